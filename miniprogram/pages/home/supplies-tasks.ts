import type { Today } from '../../services/home';
import { cutOff } from '../../shared/cut-off';
import { orderState, pickupText } from '../../shared/order-words';
import { counted, task, type Task } from './task';

type Supplies = NonNullable<Today['supplies']>;
type Round = Supplies['open'][number];

const untilText = ({ closesAt }: Pick<Round, 'closesAt'>, now: number): string => {
  const { when, left } = cutOff(closesAt, now);
  return `${when} 截止${left === '' ? '' : `，还剩 ${left}`}`;
};

/** What supplies ask of a family, goods to be fetched first. `now`: epoch ms. */
export function familySupplyTasks(supplies: Supplies | null, now: number): Task[] {
  const family = supplies?.family;
  if (!family) return [];
  return [...comingTasks(family.coming, now), ...family.toOrder.map((round) => orderTask(round, now))];
}

const comingTasks = (coming: NonNullable<Supplies['family']>['coming'], now: number): Task[] =>
  coming.map(({ orderId, title, roundStatus, handOver, pickup, closesAt }) => {
    const isThere = roundStatus === 'arrived' || roundStatus === 'distributing';
    const state = orderState({ status: 'placed', roundStatus, handOver, pickup });
    return task(`order-${orderId}`, {
      icon: 'basket',
      tone: isThere && pickup?.way === 'pickup' ? 'amber' : 'brand',
      title: `${title}，${state.text}`,
      note:
        roundStatus === 'open'
          ? `${untilText({ closesAt }, now)}，以前都能改`
          : pickup
            ? pickupText(pickup, now)
            : '领取时间正在排',
      action: isThere && pickup?.way === 'pickup' ? '看领货码' : '',
      url: `/packages/shop/order/index?orderId=${encodeURIComponent(orderId)}`,
    });
  });

const orderTask = (round: Round, now: number): Task =>
  task(`round-${round.roundId}`, {
    icon: 'basket',
    title: round.title,
    note: `${round.supplierName}供货，${untilText(round, now)}`,
    action: '去订',
    url: `/packages/shop/shop/index?roundId=${round.roundId}`,
  });

/** What supplies ask of whoever works with them. */
export function supplyDutyTasks(supplies: Supplies | null, now: number): Task[] {
  if (!supplies) return [];
  const { needs, temperatures, lacking, toConfirm, toBring, handingOut, open } = supplies;
  const [first] = open;
  return [
    ...counted('lacking', lacking ?? 0, {
      tone: 'red',
      title: '户好几天没有物资',
      note: '封控的网格里，先打电话问',
      action: '去看名单',
      url: '/packages/rounds/lacking/index',
    }),
    ...counted('temperatures', temperatures, {
      tone: 'amber',
      title: '人买了退烧药之类的药',
      note: '去量一量体温，没事也记一下',
      action: '去量',
      url: '/packages/medicines/tasks/index',
    }),
    ...toConfirm.map(({ roundId, title }) =>
      task(`confirm-${roundId}`, {
        icon: 'note',
        tone: 'amber',
        title: `${title}截止了`,
        note: '看采购单，报能到多少',
        action: '报数量',
        url: `/packages/supplier/list/index?roundId=${roundId}`,
      }),
    ),
    ...counted('needs', needs, {
      tone: 'amber',
      title: '户有急需的东西',
      note: '单子上没有的，要人去办',
      action: '去办',
      url: '/packages/proxyorders/needs/index',
    }),
    ...toBring.map(({ roundId, title }) =>
      task(`bring-${roundId}`, {
        icon: 'truck',
        title: `${title}，去送货`,
        note: '送到了点“货到了”',
        action: '看采购单',
        url: `/packages/supplier/list/index?roundId=${roundId}`,
      }),
    ),
    ...handingOut.map(({ roundId, title }) =>
      task(`hand-out-${roundId}`, {
        icon: 'scan',
        title: `${title}，正在发`,
        note: '扫码、勾货、收钱',
        action: '去发货',
        url: `/packages/pickup/day/index?roundId=${roundId}`,
      }),
    ),
    ...(first
      ? [
          task(`open-${first.roundId}`, {
            icon: 'phone',
            title: `${first.title}正在订`,
            note: `给出不了门的人家代订，${untilText(first, now)}`,
            action: '去代订',
            url: `/packages/proxyorders/households/index?roundId=${first.roundId}`,
          }),
        ]
      : []),
  ];
}
