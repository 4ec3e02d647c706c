import type { GridProgress, RoundView } from '../../../../cloudfunctions/contracts/index';
import { dayText, momentText, type Moment } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { closingText, fromWhom, statusTag } from '../round-words';

export type ItemRow = {
  itemId: string;
  name: string;
  spec: string;
  photo: string;
  category: string;
  price: string;
  note: string;
};

/** What a leader may do with the round now; `main` carries the page's filled button. */
export type Acts = {
  main: '' | 'open' | 'distribute';
  canEdit: boolean;
  canClose: boolean;
  canCancel: boolean;
  canCopy: boolean;
  /** The supplier's list: what was ordered, what comes, who gets less. */
  canPurchase: boolean;
  canSchedule: boolean;
};

const NO_ACTS: Acts = {
  main: '',
  canEdit: false,
  canClose: false,
  canCancel: false,
  canCopy: false,
  canPurchase: false,
  canSchedule: false,
};

export function actsOn({ mine, status, working }: Pick<RoundView, 'mine' | 'status' | 'working'>): Acts {
  if (!mine) return NO_ACTS;
  const isDraft = status === 'draft';
  return {
    main: isDraft ? 'open' : status === 'arrived' && !working ? 'distribute' : '',
    canEdit: isDraft,
    canClose: status === 'open',
    canCancel: ['open', 'closed', 'purchasing', 'arrived'].includes(status),
    canCopy: !isDraft,
    canPurchase: !['draft', 'open', 'cancelled'].includes(status),
    canSchedule: !isDraft && status !== 'cancelled',
  };
}

/** What happens now, and what next, in words. */
export function stageText(
  { status, working, autoOpens, opensAt, orders, demand }: RoundView,
  now: Moment,
): string {
  switch (status) {
    case 'draft':
      return autoOpens ? `${momentText(opensAt, now)} 自动开团` : '还没有开团，住户看不到';
    case 'open':
      return `已经有 ${orders} 户订了`;
    case 'closed':
      return working || demand === null
        ? '刚截止，正在汇总，一两分钟就好'
        : `${demand.orders} 户订了 ${yuan(demand.amount)} 元，等供货方说能来多少`;
    case 'purchasing':
      return working ? '正在算每家分多少' : '供货方在采购，每家分多少已经定了';
    case 'arrived':
      return '货到了，可以开始发';
    case 'distributing':
      return '正在发，发完对账';
    case 'settled':
      return '发完了，账也对完了';
    case 'cancelled':
      return '订了的户会收到通知，不用付钱，也不用来领';
  }
}

export const itemRows = ({ items, demand }: Pick<RoundView, 'items' | 'demand'>): ItemRow[] =>
  items.map(({ itemId, name, spec, unit, photo, category, price, limit, stock }) => {
    const wanted = demand?.byItem[itemId];
    const limits = `每户限 ${limit} ${unit}${stock === null ? '' : `，一共 ${stock} ${unit}`}`;
    return {
      itemId,
      name,
      spec,
      photo: photo ?? '',
      category,
      price: yuan(price),
      note: wanted ? `${wanted.orders} 户订了 ${wanted.quantity} ${unit}` : limits,
    };
  });

export type ProgressRow = { gridId: string; name: string; text: string; percent: number };

export const progressRows = (grids: readonly GridProgress[]): ProgressRow[] =>
  grids
    .filter(({ households }) => households > 0)
    .map(({ gridId, name, households, ordered }) => ({
      gridId,
      name,
      text: `${ordered} / ${households} 户订了`,
      percent: Math.min(100, Math.round((ordered / households) * 100)),
    }));

/** 文化广场: 3月12日 09:00–10:00，2 个时段，每个 30 户 */
export function pointRows({
  distribution,
}: Pick<RoundView, 'distribution'>): { name: string; when: string }[] {
  const { points, slots, doorDate } = distribution;
  const places = points.map(({ pointId, name, address }) => {
    const own = slots.filter((slot) => slot.pointId === pointId);
    const days = [...new Set(own.map(({ date }) => date))].map(dayText).join('、');
    const from = own.map((slot) => slot.from).sort()[0] ?? '';
    const until =
      own
        .map((slot) => slot.until)
        .sort()
        .pop() ?? '';
    const room = own.reduce((sum, { capacity }) => sum + capacity, 0);
    return {
      name: address === '' ? name : `${name}（${address}）`,
      when: `${days} ${from}–${until}，${own.length} 个时段，一共能领 ${room} 户`,
    };
  });
  return [...places, { name: '送上门', when: `${dayText(doorDate)} 送` }];
}

export const headOf = (round: RoundView, now: Moment) => ({
  title: round.title,
  from: fromWhom(round),
  grids: round.grids.map(({ name }) => name).join('、'),
  when: closingText(round, now),
  audience: round.audience === 'everyone' ? '都可以订' : '只给七类人的家庭',
  tag: statusTag(round.status),
  stage: stageText(round, now),
  cancelled: round.cancelled ? `${round.cancelled.byName}取消的：${round.cancelled.reason}` : '',
  short:
    round.short && round.short.pieces > 0
      ? `少来了 ${round.short.pieces} 份，${round.short.orders} 户没有订足`
      : '',
  changes: round.changes.map(({ at, byName, what }) => `${momentText(at, now)} ${byName} ${what}`),
});
