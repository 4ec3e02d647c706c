import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

export type FigureAsked = Omit<InputOf<Contracts['numbers']['rows']>, 'after'>;

/** Figures of one of my grids and those below it, or of the first that I hold. */
export const readNumbers = (gridId?: string) =>
  call('numbers', 'show', gridId === undefined ? {} : { gridId }, 'safe');

/** Where people come from, by the measure that they are under. */
export const readOrigins = (gridId: string) => call('numbers', 'origins', { gridId }, 'safe');

/** The last 14 days. */
export const readDays = (gridId: string) => call('numbers', 'days', { gridId }, 'safe');

/** One page of the people behind a figure; `after` is the last page's `next`. */
export const listFigure = (asked: FigureAsked, after?: string) =>
  call('numbers', 'rows', { ...asked, ...(after === undefined ? {} : { after }) }, 'safe');
