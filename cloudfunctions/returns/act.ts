import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { DeclarationDocument, DeclarationStatus } from './declaration.document';
import type { DeclarationAct } from './declaration-file';

export type Asked = { requestId: string; declarationId: string; version: number };

const NOT_OPEN_WORDS: Readonly<Record<DeclarationStatus, string>> = {
  declared: '这份申报还没核实，先核实再办这件事',
  checked: '这份申报已经核实，不能再改。有变化请告诉网格员',
  closed: '这份申报已经结束，不能再改',
  cancelled: '这份申报已经取消，不能再改',
};

/** True for the same request by the same caller: tapped twice, or sent again because its answer got lost. */
export const isRepeated = (
  { changes }: Pick<DeclarationDocument, 'changes'>,
  { requestId }: Pick<Asked, 'requestId'>,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

/** The act, where the declaration is in a state for it and nobody changed it since the caller saw it; throws CONFLICT otherwise. */
export function actOn(
  declaration: DeclarationDocument,
  { requestId, version }: Pick<Asked, 'requestId' | 'version'>,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  states: readonly DeclarationStatus[] = ['declared'],
): DeclarationAct {
  if (!states.includes(declaration.status))
    throw new AppError('CONFLICT', NOT_OPEN_WORDS[declaration.status]);
  if (declaration.version !== version) throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再改');
  return { requestId, by: caller.openid, at: toTimestamp(now) };
}
