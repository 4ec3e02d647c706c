import type { As, PurchaseItem, PurchaseList, PurchaseStage } from '../../../services/purchase';
import { dayText, momentText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';
import { STAGES, stageWords } from '../stage-words';

type Row = {
  itemId: string;
  name: string;
  note: string;
  quantity: number;
  unit: string;
  /** 「只到 40 份，缺 20 份」 */
  short: string;
  instead: string;
};
type Act = 'confirm' | 'arrive';

/** What the page of a purchase list shows. */
export type ListPage = {
  title: string;
  place: string;
  stage: string;
  tone: string;
  line: string;
  totals: { title: string; figure: string; unit: string }[];
  rows: Row[];
  left: string;
  points: { name: string; note: string }[];
  ways: string;
  unplaced: number;
  short: string;
  isSummed: boolean;
  /** The dock's filled button, and the outlined one beside it. */
  act: { act: Act; text: string } | null;
  again: boolean;
};

export function listPage(list: PurchaseList, as: As, now: number): ListPage {
  const { stage, demand, slotting, short } = list;
  const wanted = list.items.filter(({ demanded }) => demanded > 0);
  const unwanted = list.items.filter(({ demanded }) => demanded === 0).map(({ name }) => name);
  return {
    title: list.title,
    place: `${shortPlace(list.place)}，第 ${list.number} 批`,
    stage: stageWords(stage, as === 'leader'),
    tone: STAGES[stage].tone,
    line: lineOf(list, now),
    totals: demand
      ? [
          { title: '户数', figure: String(demand.orders), unit: '户' },
          { title: '一共', figure: String(demand.pieces), unit: '份' },
          { title: '订的钱', figure: yuan(demand.amount), unit: '元' },
        ]
      : [],
    rows: demand ? wanted.map(rowOf) : [],
    left: demand && unwanted.length > 0 ? `没人订：${unwanted.join('、')}` : '',
    points: list.points.map(({ name, address }) => ({ name, note: address })),
    ways: slotting ? `${slotting.pickup} 户自己领，${slotting.door} 户送到门口` : '',
    unplaced: slotting?.unplaced ?? 0,
    short: short && short.pieces > 0 ? `${short.orders} 户没有分够，一共差 ${short.pieces} 份` : '',
    isSummed: demand !== null,
    act: ACTS[stage] ?? null,
    again: stage === 'bring',
  };
}

const ACTS: Partial<Record<PurchaseStage, { act: Act; text: string }>> = {
  confirm: { act: 'confirm', text: '确认到货数量' },
  bring: { act: 'arrive', text: '货到了' },
};

function lineOf({ stage, closesAt, neededOn, arrivedAt }: PurchaseList, now: number): string {
  switch (stage) {
    case 'cutOff':
      return `${momentText(closesAt, now)} 截止，截止以后汇总成一张单子`;
    case 'summing':
      return '正在汇总，大约要一两分钟，往下拉可以刷新';
    case 'confirm':
      return `${dayText(neededOn)}开始发。先说每样能到多少`;
    case 'sharing':
      return '正在分配，大约要一分钟，往下拉可以刷新';
    case 'bring':
      return `${dayText(neededOn)}开始发，请在这之前送到`;
    case 'handingOut':
      return arrivedAt ? `${momentText(arrivedAt, now)} 到货` : '正在发';
    case 'done':
      return '这一批结清了';
    case 'cancelled':
      return '这一批取消了，不用送';
  }
}

const rowOf = ({
  itemId,
  name,
  spec,
  unit,
  price,
  demanded,
  orders,
  confirmed,
  substitute,
}: PurchaseItem): Row => ({
  itemId,
  name,
  note: `${spec ? `${spec}，` : ''}${yuan(price)} 元，${orders} 户订`,
  quantity: demanded,
  unit,
  short:
    confirmed !== null && confirmed < demanded
      ? `只到 ${confirmed} ${unit}，缺 ${demanded - confirmed} ${unit}`
      : '',
  instead: substitute ? `缺的换${substitute.name} ${substitute.quantity} ${substitute.unit}` : '',
});
