import type { SettlementView } from '../contracts/settlement';
import { isSamePerson } from '../registration/person-behind';
import type { SettlementDocument } from './settlement.document';

type Count = SettlementDocument['counts'][number];
export type Counting = { state: 'none' | 'one' | 'differ' | 'agreed'; cash: number | null; latest: Count[] };

/**
 * How far the counting is. Of each person their last count holds; two people who say the same, each without knowing of the other's figure,
 * have counted it; somebody with two phones is one. Where they don't, nobody is told a figure, and all count again.
 */
export function countingOf({ counts }: Pick<SettlementDocument, 'counts'>): Counting {
  // The last of each person, in the order in which they were said.
  const latest = counts.reduce<Count[]>(
    (kept, count) => [...kept.filter((earlier) => !isSamePerson(earlier, count)), count],
    [],
  );
  const agreed = [...latest]
    .reverse()
    .find((count) => latest.some((other) => other !== count && other.cash === count.cash));
  if (agreed) return { state: 'agreed', cash: agreed.cash, latest };
  const state = latest.length === 0 ? 'none' : latest.length === 1 ? 'one' : 'differ';
  return { state, cash: null, latest };
}

/** The same as one of those who count may see it: their own figure, and of the others' that there is one. */
export function countingView(settlement: SettlementDocument, openid: string): SettlementView['counting'] {
  const { state, cash, latest } = countingOf(settlement);
  const mine = latest.find((count) => count.openid === openid);
  return {
    state,
    mine: mine ? { cash: mine.cash, at: mine.at } : null,
    by: latest.map((count) => ({ name: count.name, at: count.at, isMe: count.openid === openid })),
    cash,
  };
}
