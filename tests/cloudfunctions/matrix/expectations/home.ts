import { phones, type RowsOf } from './rows';

export const home: RowsOf<'home'> = { today: phones('ok') };
