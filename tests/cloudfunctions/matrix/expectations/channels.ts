import { phones, type RowsOf } from './rows';

export const channels: RowsOf<'channels'> = {
  messages: phones('ok'),
  keepMessages: phones('ok'),
};
