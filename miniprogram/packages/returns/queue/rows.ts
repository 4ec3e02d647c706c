import type { DeclarationRow } from '../../../../cloudfunctions/contracts/index';
import { dayText, daysBetween, momentText, timeText } from '../../../shared/dates';
import { MEASURES, SEXES, strictnessOf } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { transportWords } from '../transport-words';

type Tone = 'brand' | 'amber' | 'red' | 'green' | 'grey';

/** Somebody who returns, as their card shows them. */
export type ReturnCard = {
  declarationId: string;
  /** 李强 男 34 岁 */
  title: string;
  /** 今天 18:30 到 · 火车 G1935 */
  when: string;
  /** 从 浙江省宁波市鄞州区 */
  from: string;
  /** 柳溪村三组 12 号 */
  place: string;
  tags: { text: string; tone: Tone }[];
  /** Is still to come, so one rings up. */
  canCall: boolean;
};

/** 明天 8:00 到, 今天 8:00 该到, 昨天 21:10 到的 */
function whenOf({ arrivesAt, status, waitsFor }: DeclarationRow, now: number): string {
  const day = daysBetween(now, arrivesAt) === 1 ? `明天 ${timeText(arrivesAt)}` : momentText(arrivesAt, now);
  if (status === 'cancelled') return `原定 ${dayText(arrivesAt)} 到`;
  if (waitsFor !== 'arrival') return `${day} 到的`;
  return Date.parse(arrivesAt) < now ? `${day} 该到` : `${day} 到`;
}

function stateTags({ status, waitsFor, arrivesAt }: DeclarationRow, now: number): ReturnCard['tags'] {
  if (status === 'cancelled') return [{ text: '不来了', tone: 'grey' }];
  if (status === 'checked') return [{ text: '已核实', tone: 'green' }];
  if (status === 'closed') return [{ text: '已结束', tone: 'grey' }];
  if (waitsFor === 'check') return [{ text: '到了，待核实', tone: 'amber' }];
  return Date.parse(arrivesAt) < now ? [{ text: '该到没到', tone: 'amber' }] : [];
}

const toneOf = (measure: DeclarationRow['measure']): Tone =>
  strictnessOf(measure) >= strictnessOf('temporaryIsolation') ? 'red' : 'brand';

export const returnCard = (row: DeclarationRow, now: number): ReturnCard => ({
  declarationId: row.declarationId,
  title: `${row.name} ${SEXES[row.sex]} ${row.age} 岁`,
  when: `${whenOf(row, now)} · ${transportWords(row.transport)}`,
  from: `从 ${row.from.replace(/ /g, '')} 来`,
  place: `${shortPlace(row.place)} ${row.address}`,
  tags: [
    ...(row.feverClinicFirst && row.status !== 'cancelled'
      ? [{ text: '先去发热门诊', tone: 'red' as const }]
      : []),
    ...stateTags(row, now),
    { text: MEASURES[row.measure], tone: toneOf(row.measure) },
    ...(row.needsReview ? [{ text: '风险区有变，要再看', tone: 'amber' as const }] : []),
  ],
  canCall: row.status === 'declared',
});

/** What an empty tab says: when it will fill. */
export const EMPTY = {
  today: { title: '今天没有人要到', text: '有人申报今天回来，就会出现在这里。' },
  overdue: { title: '没有该到没到的', text: '过了申报的时间还没到的人，会出现在这里，要打电话问。' },
  waiting: { title: '都核实完了', text: '有人到了，就会出现在这里，要上门核实。' },
  later: { title: '以后几天没有人要到', text: '有人申报明天以后回来，就会出现在这里。' },
  all: { title: '还没有人申报', text: '外地回来的人申报以后，都在这里。' },
} as const;
