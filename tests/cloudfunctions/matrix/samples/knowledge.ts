import { putNotice } from '../../../support/notices';
import type { SamplesOf } from './samples-of';

export const knowledge: SamplesOf<'knowledge'> = {
  shelf: () => ({}),
  template: ({ township }) => ({ noticeId: putNotice(township, { kind: 'knowledge' })._id }),
  tick: () => ({}),
};
