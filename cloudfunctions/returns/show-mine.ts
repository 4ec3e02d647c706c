import type { MyDeclaration } from '../contracts';
import type { Context } from '../kernel/context';
import { myDeclaration } from './declaration-view';
import { readMine } from './returns.repository';

/** The household's own declarations, newest first, each with what applies and why. */
export async function showMine(_input: object, context: Context): Promise<{ declarations: MyDeclaration[] }> {
  return { declarations: (await readMine(context)).map(myDeclaration) };
}
