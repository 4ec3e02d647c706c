import { createHash } from 'node:crypto';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { AreaListDocument } from './area-list.document';
import type { RiskArea, RiskAreaDocument, Source } from './rulebook.document';
import { placeName } from './rulebook-view';

/** The same form from the same phone is the same list. */
export const listIdOf = (openid: string, requestId: string): string =>
  `a${createHash('sha256').update(`areas:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

type Proposal = { townId: string; requestId: string; source: Source };

const newList = (
  { townId, requestId, source }: Proposal,
  areas: readonly Pick<RiskArea, 'code'>[],
  { caller, now }: Pick<Context, 'caller' | 'now'>,
) => ({
  _id: listIdOf(caller.openid, requestId),
  gridPath: [townId],
  title: titleOf(areas.map(({ code }) => code)),
  areas: areas.length,
  source,
  status: 'proposed' as const,
  proposedBy: caller.openid,
  proposedByName: caller.name ?? '',
  proposedAt: toTimestamp(now),
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  reason: '',
});

/** A list that adds areas, with them. */
export function newAdditions(
  proposal: Proposal,
  rows: readonly RiskArea[],
  context: Pick<Context, 'caller' | 'now'>,
): { list: AreaListDocument; areas: RiskAreaDocument[] } {
  const list = { ...newList(proposal, rows, context), kind: 'add' as const, ends: null };
  const areas = rows.map((row, position): RiskAreaDocument => ({
    ...row,
    _id: `${list._id}:${String(position).padStart(5, '0')}`,
    gridPath: list.gridPath,
    source: list.source,
    listId: list._id,
    status: 'proposed',
  }));
  return { list, areas };
}

/** A list that sets the last day of areas in force. */
export const newEnds = (
  proposal: Proposal,
  areas: readonly RiskAreaDocument[],
  validTo: string,
  context: Pick<Context, 'caller' | 'now'>,
): AreaListDocument => ({
  ...newList(proposal, areas, context),
  kind: 'end',
  ends: { areaIds: areas.map(({ _id }) => _id), validTo },
});

/** 四川省成都市武侯区, or 四川省成都市武侯区等 3 个地方 */
function titleOf(codes: readonly string[]): string {
  const places = [...new Set(codes)];
  const first = placeName(places[0] ?? '');
  return places.length > 1 ? `${first}等 ${places.length} 个地方` : first;
}
