import { assetUrl } from '../assets';
import { isSpeech, speak } from '../speech';
import { method } from './method';

const EVENTS = ['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'Error'] as const;
type EventName = (typeof EVENTS)[number];
type Listener = (event?: object) => void;

/** What `wx.createInnerAudioContext()` answers: plays files with the browser's audio, and what the speech plug-in made with its voice. */
class InnerAudioContext {
  src = '';
  autoplay = false;
  loop = false;
  volume = 1;
  playbackRate = 1;
  paused = true;
  private readonly listeners = new Map<EventName, Set<Listener>>();
  private halt: () => void = () => undefined;

  play(): void {
    if (!this.paused) return;
    this.paused = false;
    this.halt = isSpeech(this.src) ? speak(this.src, () => this.end()) : this.playFile();
    this.tell('Play');
  }

  pause(): void {
    if (this.leave()) this.tell('Pause');
  }

  stop(): void {
    if (this.leave()) this.tell('Stop');
  }

  destroy(): void {
    this.leave();
    this.listeners.clear();
  }

  on(event: EventName, listener: Listener): void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
  }

  off(event: EventName, listener?: Listener): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }

  private playFile(): () => void {
    const audio = new Audio(assetUrl(this.src));
    Object.assign(audio, { loop: this.loop, volume: this.volume, playbackRate: this.playbackRate });
    audio.addEventListener('ended', () => this.end());
    const fail = () => {
      if (this.leave()) this.tell('Error', { errCode: 10001, errMsg: 'errCode:10001' });
    };
    audio.play().catch(fail);
    return () => audio.pause();
  }

  private end(): void {
    this.paused = true;
    this.tell('Ended');
  }

  /** False when nothing was playing. */
  private leave(): boolean {
    const wasPlaying = !this.paused;
    this.paused = true;
    if (wasPlaying) this.halt();
    return wasPlaying;
  }

  private tell(event: EventName, detail?: object): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(detail);
  }
}

/** WeChat names a method for each event: onPlay, offPlay, … */
function createInnerAudioContext(): InnerAudioContext {
  const context = new InnerAudioContext();
  const named = EVENTS.flatMap((event) => [
    [`on${event}`, (listener: Listener) => context.on(event, listener)] as const,
    [`off${event}`, (listener?: Listener) => context.off(event, listener)] as const,
  ]);
  return Object.assign(context, Object.fromEntries(named));
}

export const audio = {
  createInnerAudioContext,
  setInnerAudioOption: method('setInnerAudioOption', () => undefined),
};
