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
  #lines: LogLine[] = [];
  #seq = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  write(line: Omit<LogLine, 'seq' | 'at'>): void {
    this.#lines.push({
      ...line,
      seq: ++this.#seq,
      at: this.#now(),
      text: line.text.slice(0, CHARACTERS_KEPT),
    });
    if (this.#lines.length > LINES_KEPT * 1.2) this.#lines = this.#lines.slice(-LINES_KEPT);
  }

  after(seq = 0): LogLine[] {
    return this.#lines.filter((line) => line.seq > seq);
  }
}
