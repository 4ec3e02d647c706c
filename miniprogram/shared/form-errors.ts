/** Question → what is wrong with its answer, in words to show beside it. */
export type Errors = Readonly<Record<string, string>>;

/** Of what was judged, what is wrong. */
export const wrongOnes = (judged: Readonly<Record<string, string | undefined>>): Errors =>
  Object.fromEntries(Object.entries(judged).filter((entry): entry is [string, string] => Boolean(entry[1])));

export const hasErrors = (errors: Errors): boolean => Object.keys(errors).length > 0;

/** The errors without one: its answer is being changed, so what was said about it no longer holds. */
export const without = (errors: Errors, name: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([key]) => key !== name));
