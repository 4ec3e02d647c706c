import type { RumourRow, RumourView } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { answerCard, heardText, toldText } from '../rumour-words';
import { likestFirst } from './similar';

const OTHERS_SHOWN = 5;

/** One who told of it. */
export type Teller = {
  rumourId: string;
  version: number;
  who: string;
  note: string;
  text: string;
  hasPicture: boolean;
  /** Joined this one, and may be taken out again. */
  joined: boolean;
};

export const tellers = ({ rumourId, text, told }: RumourView, now: number): Teller[] =>
  told.map((one) => ({
    rumourId: one.rumourId,
    version: one.version,
    who: `${one.name}，${shortPlace(one.place)}`,
    note: [`${momentText(one.reportedAt, now)} 报的`, heardText(one)]
      .filter((part) => part !== '')
      .join('，'),
    text: one.text === text ? '' : toldText(one),
    hasPicture: one.hasPicture,
    joined: one.rumourId !== rumourId,
  }));

/** What may be done with it now. */
export type Standing = 'open' | 'written' | 'sentBack' | 'answered' | 'elsewhere';

export function standingOf({ status, onItsWay, answer }: RumourView): Standing {
  if (status === 'joined') return 'elsewhere';
  if (onItsWay === 'returned') return 'sentBack';
  if (onItsWay !== null) return 'written';
  const isWithdrawn = answer?.outcome === 'refuted' && answer.status === 'withdrawn';
  return status === 'open' || isWithdrawn ? 'open' : 'answered';
}

/** Rumours that may be the same: of my grids, the likest first. */
export const maybeTheSame = (
  rumour: RumourView,
  others: readonly RumourRow[],
  now: number,
): { rumourId: string; text: string; note: string }[] =>
  likestFirst(
    rumour.text,
    others.filter(({ rumourId }) => rumourId !== rumour.rumourId),
  )
    .slice(0, OTHERS_SHOWN)
    .map((other) => ({
      rumourId: other.rumourId,
      text: toldText(other),
      note: `${shortPlace(other.place)}，${answerCard(other.answer, now)?.tag ?? '还没答复'}`,
    }));
