/** What is wrong with a form: the place of the answer → words to show beside it. */
export type Errors = Readonly<Record<string, string>>;

/** The rest of them, once one answer was changed. */
export const without = (errors: Errors, place: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => name !== place));
