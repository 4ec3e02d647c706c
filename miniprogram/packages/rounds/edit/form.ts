import type { RoundForm, RoundView } from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import { calendarDate, timeText } from '../../../shared/dates';
import { addDays } from '../../../shared/slots';
import { oneLine, wrongWords } from '../../../shared/words';
import { type PointForm, pointForms, slotsOf, wrongInPoint } from './points';

export type ChosenItem = { itemId: string; limit: number; stock: string };

/** The form on this phone: every answer as it was typed. */
export type RoundDraftForm = Draft & {
  requestId: string;
  /** Empty and 0 for a new round. */
  roundId: string;
  version: number;
  title: string;
  gridIds: string[];
  supplierId: string;
  audience: string;
  items: ChosenItem[];
  opening: string;
  opensDate: string;
  opensTime: string;
  closesDate: string;
  closesTime: string;
  points: PointForm[];
  doorDate: string;
};

export const BLANK: RoundDraftForm = {
  savedAt: 0,
  requestId: '',
  roundId: '',
  version: 0,
  title: '',
  gridIds: [],
  supplierId: '',
  audience: 'everyone',
  items: [],
  opening: 'hand',
  opensDate: '',
  opensTime: '',
  closesDate: '',
  closesTime: '',
  points: [],
  doorDate: '',
};

export const isCurrent = (value: object): value is RoundDraftForm =>
  Object.keys(BLANK).every((key) => key in value);

/** A new round usually closes today at six, and its goods come tomorrow. */
export function blankAt(now: number): RoundDraftForm {
  const today = calendarDate(now);
  const closesDate = timeText(now) < '17:00' ? today : addDays(today, 1);
  return { ...BLANK, closesDate, closesTime: '18:00', doorDate: addDays(closesDate, 1) };
}

/** A draft that the cloud has, to be changed. */
export const formOf = (round: RoundView): RoundDraftForm => ({
  ...BLANK,
  roundId: round.roundId,
  version: round.version,
  title: round.title,
  gridIds: round.grids.map(({ id }) => id),
  supplierId: round.supplierId,
  audience: round.audience,
  items: round.items.map(({ itemId, limit, stock }) => ({
    itemId,
    limit,
    stock: stock === null ? '' : String(stock),
  })),
  opening: round.autoOpens ? 'clock' : 'hand',
  opensDate: round.autoOpens ? calendarDate(round.opensAt) : '',
  opensTime: round.autoOpens ? timeText(round.opensAt) : '',
  closesDate: calendarDate(round.closesAt),
  closesTime: timeText(round.closesAt),
  points: pointForms(round.distribution),
  doorDate: round.distribution.doorDate,
});

const momentOf = (date: string, time: string): string => `${date}T${time}:00+08:00`;

/** What is sent. */
export const sentForm = (draft: RoundDraftForm): RoundForm => ({
  title: oneLine(draft.title),
  gridIds: draft.gridIds,
  supplierId: draft.supplierId,
  audience: draft.audience === 'care' ? 'care' : 'everyone',
  items: draft.items.map(({ itemId, limit, stock }) => ({
    itemId,
    limit,
    stock: stock === '' ? null : Number(stock),
  })),
  opensAt: draft.opening === 'clock' ? momentOf(draft.opensDate, draft.opensTime) : null,
  closesAt: momentOf(draft.closesDate, draft.closesTime),
  distribution: {
    points: draft.points.map(({ pointId, name, address }) => ({
      pointId,
      name: oneLine(name),
      address: oneLine(address),
    })),
    slots: draft.points.flatMap(slotsOf),
    doorDate: draft.doorDate,
  },
});

/** What is missing or wrong before anything is sent, by field; the rest is the cloud's to say. */
export function wrongIn(draft: RoundDraftForm): Record<string, string> {
  const wrong: Record<string, string> = {
    title: wrongWords(draft.title, '名称', { min: 2, max: 20 }),
    gridIds: draft.gridIds.length === 0 ? '请选择给哪里订' : '',
    supplierId: draft.supplierId === '' ? '请选择供货方' : '',
    items: draft.items.length === 0 && draft.supplierId !== '' ? '至少选一样东西' : '',
    opensAt:
      draft.opening === 'clock' && (draft.opensDate === '' || draft.opensTime === '')
        ? '请选择开团的日期和时间'
        : '',
    closesAt: draft.closesDate === '' || draft.closesTime === '' ? '请选择截止的日期和时间' : '',
    doorDate: draft.doorDate === '' ? '请选择送货日期' : '',
  };
  for (const { itemId, stock } of draft.items)
    if (stock !== '' && !/^[1-9]\d{0,5}$/.test(stock)) wrong[`stock.${itemId}`] = '填整数，不限就空着';
  draft.points.forEach((point, index) => {
    for (const [field, words] of Object.entries(wrongInPoint(point)))
      wrong[`points.${index}.${field}`] = words;
  });
  return Object.fromEntries(Object.entries(wrong).filter(([, words]) => words !== ''));
}

/** The cloud's words beside the fields of this form: a slot's stand at the point that it was made from. */
export function besideFields(
  errors: Readonly<Record<string, string>>,
  draft: RoundDraftForm,
): Record<string, string> {
  const pointOfSlot = draft.points.flatMap((point, index) => slotsOf(point).map(() => index));
  return Object.fromEntries(
    Object.entries(errors).map(([input, words]) => {
      const path = input.replace(/^form\./, '');
      const slot = /^distribution\.slots\.(\d+)\./.exec(path);
      if (slot) return [`points.${pointOfSlot[Number(slot[1])] ?? 0}.times`, words];
      const point = /^distribution\.points\.(\d+)\./.exec(path);
      if (point) return [`points.${Number(point[1])}.name`, words];
      const item = /^items\.(\d+)\./.exec(path);
      if (item) return [`stock.${draft.items[Number(item[1])]?.itemId ?? ''}`, words];
      return [path.replace('distribution.', ''), words];
    }),
  );
}
