export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

export interface LogLine {
  seq: number;
  at: number;
  function: string;
  instance: number;
  level: LogLevel;
  text: string;
  requestID: string;
}

const LINES_KEPT = 5000;
const CHARACTERS_KEPT = 8000;

/** What functions print and how they fail. It never gets what a call carried: that is people's data. */
export class LogBook {
  readonly #now: () => number;
  readonly #onLine: (line: LogLine) => void;
  #lines: LogLine[] = [];
  #seq = 0;

  constructor(now: () => number, onLine: (line: LogLine) => void = () => undefined) {
    this.#now = now;
    this.#onLine = onLine;
  }

  write(written: Omit<LogLine, 'seq' | 'at'>): void {
    const text = written.text.slice(0, CHARACTERS_KEPT);
    const line = { ...written, seq: ++this.#seq, at: this.#now(), text };
    this.#lines.push(line);
    this.#onLine(line);
    if (this.#lines.length > LINES_KEPT * 1.2) this.#lines = this.#lines.slice(-LINES_KEPT);
  }

  after(seq = 0): LogLine[] {
    return this.#lines.filter((line) => line.seq > seq);
  }
}
