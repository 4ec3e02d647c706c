import { dayText } from '../../shared/dates';
import { windowDays } from '../../shared/stays';
import type { StayDays } from './squares';
import { squaresOf, wordsOf, type Square } from './squares';

/** 14 squares for 14 days: which stay each day belongs to, and which day nobody has told of. A missing day shows before any text does. */
Component({
  properties: {
    /** YYYY-MM-DD, the last square. */
    arrivalDate: { type: String, value: '' },
    lookBackDays: { type: Number, value: 0 },
    /** In their order on the page: their numbers stand in the squares. */
    stays: { type: Array, value: [] as StayDays[] },
  },
  data: { squares: [] as Square[], first: '', last: '', missing: 0, said: '' },
  observers: {
    'arrivalDate, lookBackDays, stays'(arrivalDate: string, lookBackDays: number, stays: StayDays[]) {
      const days = arrivalDate === '' ? [] : windowDays(arrivalDate, lookBackDays);
      const squares = squaresOf(days, stays);
      this.setData({
        squares,
        first: days[0] === undefined ? '' : dayText(days[0]),
        last: arrivalDate === '' ? '' : dayText(arrivalDate),
        missing: squares.filter(({ kind }) => kind === 'missing').length,
        said: wordsOf(squares),
      });
    },
  },
});
