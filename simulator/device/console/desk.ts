import { ownClass } from '../runtime/element';
import type { Persona } from '../runtime/persona';
import { PhoneFrame, type PhoneState } from './phone-frame';

const key = 'console:desk';
const most = 3;

/** The phones that lie side by side; one of them is in hand, and choosing a person gives it to that person. */
export class Desk {
  private frames: PhoneFrame[] = [];
  private inHand: PhoneFrame | undefined;
  onChange: () => void = () => undefined;

  constructor(
    private readonly holders: readonly Persona[],
    private readonly node: HTMLElement,
  ) {
    const saved = JSON.parse(localStorage.getItem(key) ?? '[]') as PhoneState[];
    const known = saved.filter(({ openid }) => holders.some((holder) => holder.openid === openid));
    const first = holders[0]?.openid ?? 'anonymous';
    for (const state of known.length > 0 ? known : [{ openid: first, fontSize: 16 }]) this.add(state);
    window.addEventListener('resize', () => this.fit());
    this.fit();
  }

  get holder(): string {
    return this.inHand?.state.openid ?? '';
  }

  get canAdd(): boolean {
    return this.frames.length < most;
  }

  /** Hands the phone in hand to somebody, optionally opening a page as from a message. */
  give(holder: Persona, path?: string): void {
    const held = this.frames.find(({ state }) => state.openid === holder.openid);
    if (held && path !== undefined) {
      this.take(held);
      held.open(path);
    } else {
      this.inHand?.give(holder, path);
    }
    this.changed();
  }

  addFor(holder: Persona): void {
    this.add({ openid: holder.openid, fontSize: 16 });
    this.changed();
  }

  private add(state: PhoneState): void {
    const holder = this.holders.find(({ openid }) => openid === state.openid);
    const frame = new PhoneFrame(state, holder, {
      onTake: () => this.take(frame),
      onClose: () => this.remove(frame),
      onChange: () => this.save(),
    });
    this.frames.push(frame);
    this.node.append(frame.node);
    this.take(frame);
    this.fit();
  }

  private remove(frame: PhoneFrame): void {
    if (this.frames.length === 1) return;
    frame.node.remove();
    this.frames = this.frames.filter((other) => other !== frame);
    const next = this.frames[0];
    if (next && this.inHand === frame) this.take(next);
    this.changed();
  }

  private take(frame: PhoneFrame): void {
    this.inHand = frame;
    for (const other of this.frames)
      other.node.classList.toggle(ownClass('in-hand'), other === frame && this.frames.length > 1);
    this.onChange();
  }

  private changed(): void {
    this.save();
    this.fit();
    this.onChange();
  }

  private save(): void {
    localStorage.setItem(key, JSON.stringify(this.frames.map(({ state }) => state)));
  }

  /** Scales the phones so that all of them are seen whole. */
  private fit(): void {
    const [width, height] = [this.node.clientWidth - 24, this.node.clientHeight - 112];
    const each = (width - 20 * (this.frames.length - 1)) / this.frames.length;
    const scale = Math.min(1, each / 418, height / 872);
    this.node.style.setProperty('--scale', String(Math.max(0.4, scale)));
    this.node.classList.toggle(ownClass('alone'), this.frames.length === 1);
  }
}
