/** Question → what is wrong, in the contract's own words. Empty when all is well. */
export type Errors = Readonly<Record<string, string>>;

/** Without the questions that have nothing wrong. */
export const wrongOnes = (errors: Errors): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== ''));

export const hasErrors = (errors: Errors): boolean => Object.keys(errors).length > 0;

/** The errors without one: its answer is being changed, so what was said about it no longer holds. */
export const without = (errors: Errors, name: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([key]) => key !== name));
