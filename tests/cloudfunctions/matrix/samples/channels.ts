import type { SamplesOf } from './samples-of';

export const channels: SamplesOf<'channels'> = {
  messages: () => ({ uses: ['noticeOut', 'noticeReminder'] }),
  keepMessages: () => ({ accepted: ['noticeOut'] }),
};
