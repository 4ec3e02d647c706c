import type { PurchaseRow } from '../../../services/purchase';
import { momentText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';
import { STAGES } from '../stage-words';

export type RoundCard = {
  roundId: string;
  title: string;
  place: string;
  note: string;
  stage: string;
  tone: string;
};

export function roundCard(
  { roundId, title, place, number, demand, stage, closesAt }: PurchaseRow,
  now: number,
): RoundCard {
  const { text, tone } = STAGES[stage];
  return {
    roundId,
    title,
    place: `${shortPlace(place)}，第 ${number} 批`,
    note:
      demand === null
        ? `${momentText(closesAt, now)} 截止`
        : `${demand.orders} 户订了 ${demand.pieces} 份，${yuan(demand.amount)} 元`,
    stage: text,
    tone,
  };
}
