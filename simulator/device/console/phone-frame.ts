import { button, element } from '../runtime/element';
import type { ConsoleMessage } from '../runtime/console-link';
import type { Persona } from '../runtime/persona';
import { choiceBar } from './choice-bar';

export interface PhoneState {
  openid: string;
  fontSize: number;
}

interface Events {
  onTake(): void;
  onClose(): void;
  onChange(): void;
}

const networks = [
  ['online', '4G'],
  ['slow', '慢'],
  ['offline', '断网'],
] as const;
const fontSizes = [
  [16, '标准'],
  [20, '大'],
  [23, '特大'],
] as const;

/** One phone on the desk: who holds it, its screen in a bezel, and the switches that belong to this phone. */
export class PhoneFrame {
  readonly node = element('article', 'phone');
  private readonly screen = element('iframe');
  private readonly name = element('div', 'phone-holder');
  private network: (typeof networks)[number][0] = 'online';

  constructor(
    readonly state: PhoneState,
    holder: Persona | undefined,
    private readonly events: Events,
  ) {
    this.screen.title = '手机屏幕';
    const close = button('phone-close', '收起', () => events.onClose());
    const bezel = element('div', 'bezel', [element('div', 'glass', [this.screen])]);
    this.node.append(
      element('header', '', [this.name, close]),
      element('div', 'bezel-room', [bezel]),
      this.switches(),
    );
    this.node.addEventListener('pointerdown', () => events.onTake(), { capture: true });
    // A click inside the frame doesn't bubble out of it, but it moves the focus there.
    this.screen.addEventListener('focus', () => events.onTake());
    this.label(holder);
    this.load();
  }

  give(holder: Persona, path?: string): void {
    this.state.openid = holder.openid;
    this.label(holder);
    this.load(path);
    this.events.onChange();
  }

  /** Opens a page on the running phone, as tapping a message does. */
  open(path: string): void {
    this.tell({ phone: 'open', path, scene: 1014 });
  }

  private label(holder: Persona | undefined): void {
    this.name.replaceChildren(
      element('b', '', holder?.name ?? '手机'),
      element('span', '', holder?.title ?? ''),
    );
  }

  private load(path?: string): void {
    const query = new URLSearchParams({
      openid: this.state.openid,
      fontSize: String(this.state.fontSize),
      network: this.network,
      ...(path === undefined ? {} : { path, scene: '1014' }),
    });
    this.screen.src = `device/?${query.toString()}`;
  }

  private tell(message: ConsoleMessage): void {
    this.screen.contentWindow?.postMessage(message, location.origin);
  }

  private switches(): HTMLElement {
    const network = choiceBar('网络', networks, this.network, (state) => {
      this.network = state;
      this.tell({ phone: 'network', state });
    });
    const fontSize = choiceBar('字号', fontSizes, this.state.fontSize, (size) => {
      this.state.fontSize = size;
      this.events.onChange();
      this.load();
    });
    return element('footer', 'switches', [network, fontSize, button('quiet', '重新打开', () => this.load())]);
  }
}
