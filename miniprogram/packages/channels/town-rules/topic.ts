import type { Question } from './questions';

/** Something that a town's office says once for the whole town. */
export type Topic = {
  title: string;
  note: string;
  /** For whom it holds, said above the button. */
  scope: string;
  read(): Promise<Question[]>;
  /** Question → what is wrong about its answer; empty when nothing is. */
  wrong(questions: readonly Question[]): Record<string, string>;
  change(questions: readonly Question[]): Promise<unknown>;
};
