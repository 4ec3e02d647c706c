import type { DifferenceKind, SettlementView } from '../../../services/settlement';
import { momentText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';
import { countingWords } from '../counting-words';

type Tone = 'green' | 'amber' | 'grey';
/** One of the things to be done before a round is settled, and how far it is. */
type Part = { title: string; note: string; tone: Tone };
export type DifferenceLine = { kind: DifferenceKind; title: string; note: string };

/** What the one filled button does for whoever looks. */
export type NextAct = { act: 'count' | 'sign' | 'settle'; text: string; line: string } | null;

const TITLES: Readonly<Record<DifferenceKind, string>> = {
  owing: '拿了没付清',
  overpaid: '多收了',
  uncollected: '没领完',
};

const differenceLines = ({ differences }: SettlementView): DifferenceLine[] =>
  (['owing', 'overpaid', 'uncollected'] as const)
    .filter((kind) => differences[kind].households > 0)
    .map((kind) => {
      const { households, amount } = differences[kind];
      return { kind, title: TITLES[kind], note: `${households} 户，${yuan(Math.abs(amount))} 元` };
    });

/** 少 20 元 */
const against = (difference: number): string =>
  `${difference < 0 ? '少' : '多'} ${yuan(Math.abs(difference))} 元`;

/** Whether delivered, paid and counted are the same money. */
export const isEven = ({ totals, differences }: SettlementView): boolean =>
  totals.delivered === totals.paid && differences.cash === 0;

/** What differs is explained before it is settled: goods or money that are not where they should be. */
export const needsExplanation = (view: SettlementView): boolean =>
  differenceLines(view).length > 0 || (view.differences.cash ?? 0) !== 0;

function partsOf(view: SettlementView, now: number): Part[] {
  const { counting, signature, settled, differences } = view;
  return [
    {
      title: '数现金',
      note:
        differences.cash === null
          ? countingWords(counting).short
          : `${countingWords(counting).short}，${differences.cash === 0 ? '和账上对得上' : `比账上${against(differences.cash)}`}`,
      tone: counting.state === 'agreed' && differences.cash === 0 ? 'green' : counting.state === 'none' ? 'grey' : 'amber', // prettier-ignore
    },
    {
      title: '供货方签字',
      note:
        signature === null
          ? '还没有签'
          : signature.holds
            ? `${signature.byName} ${momentText(signature.at, now)} 签的`
            : `${signature.byName}签过，以后账变了，要重签`,
      tone: signature === null ? 'grey' : signature.holds ? 'green' : 'amber',
    },
    {
      title: '结清',
      note: settled === null ? '还没有结清' : `${settled.byName} ${momentText(settled.at, now)} 结清的`,
      tone: settled === null ? 'grey' : 'green',
    },
  ];
}

/** `sells`: whoever looks is one of the supplier's people, who alone may sign. */
function nextAct(view: SettlementView, sells: boolean): NextAct {
  const { settled, maySign, maySettle, counting, signature, obstacles } = view;
  if (settled !== null) return null;
  const line = obstacles[0] ?? '';
  if (counting.state !== 'agreed')
    return { act: 'count', text: counting.mine === null ? '我来数现金' : '我再数一遍', line };
  if (maySign && sells && !signature?.holds)
    return { act: 'sign', text: '签字认账', line: '签的就是上面的数' };
  return maySettle && obstacles.length === 0
    ? { act: 'settle', text: '结清这一批', line: '结清以后不能再改，只能另记更正' }
    : null;
}

/** Everything that the page shows of one round's money. */
export type MoneyPage = ReturnType<typeof moneyPage>;

export const moneyPage = (view: SettlementView, { now, sells }: { now: number; sells: boolean }) => {
  const { round, totals, corrections } = view;
  return {
    title: round.title,
    who: `${round.supplierName}供货，第 ${round.number} 批`,
    place: shortPlace(round.place),
    orders: totals.orders,
    totals: [
      { title: '订的', amount: yuan(totals.ordered), note: `${totals.orders} 户` },
      ...(totals.due === totals.ordered ? [] : [{ title: '该给的', amount: yuan(totals.due), note: '货不够，分到这么多' }]), // prettier-ignore
      { title: '交的', amount: yuan(totals.delivered), note: '' },
      {
        title: '收的',
        amount: yuan(totals.paid),
        note: `现金 ${yuan(totals.byCash)} 元，手机付 ${yuan(totals.byPhone)} 元`,
      },
    ],
    isEven: isEven(view),
    gap: totals.delivered === totals.paid ? '' : `收的比交的${against(totals.paid - totals.delivered)}`,
    differences: differenceLines(view),
    parts: partsOf(view, now),
    obstacles: view.obstacles,
    next: nextAct(view, sells),
    explanation: view.explanation,
    isSettled: view.settled !== null,
    corrections:
      corrections.count === 0
        ? ''
        : `结清以后更正 ${corrections.count} 笔，东西 ${yuan(corrections.goods)} 元，钱 ${yuan(corrections.money)} 元`,
  };
};
