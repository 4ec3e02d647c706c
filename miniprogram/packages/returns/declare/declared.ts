import type { MyDeclaration } from '../../../../cloudfunctions/contracts/index';

/** What was answered last, for the page that shows it: a proxy can't ask for it again. In memory only. */
let last: readonly MyDeclaration[] = [];

export function keepDeclared(declarations: readonly MyDeclaration[]): void {
  last = declarations;
}

export const lastDeclared = (arrivalId: string): readonly MyDeclaration[] =>
  last.filter((one) => one.arrivalId === arrivalId);
