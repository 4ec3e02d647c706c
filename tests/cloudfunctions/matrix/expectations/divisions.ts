import { phones, type RowsOf } from './rows';

export const divisions: RowsOf<'divisions'> = { all: phones('ok') };
