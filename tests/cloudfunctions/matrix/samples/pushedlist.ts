import { chinaTime, toTimestamp } from '../../../../cloudfunctions/kernel/clock';
import { newRequestId } from '../../../support/forms';
import { entryIn, listIn, SOURCE } from '../../../support/pushed-lists';
import type { Township } from '../../../support/township';
import type { SamplesOf } from './samples-of';

export const pushedlist: SamplesOf<'pushedlist'> = {
  template: () => ({}),
  stage: ({ township }) => {
    const requestId = newRequestId();
    return {
      requestId,
      fileId: `cloud://cunan.cunan-bucket/pushed-lists/${requestId}.xlsx`,
      fileName: '推送名单',
      title: '11月20日推送',
      source: SOURCE,
      deadline: toTimestamp(chinaTime(township.simulator.clock.now() + 3_600_000)),
      triesNeeded: 3,
    };
  },
  check: ({ township }) => ({ listId: listIn(township, township.here) }),
  apply: ({ township }) => ({ listId: listIn(township, township.here) }),
  discard: ({ township }) => ({ listId: listIn(township, township.here) }),
  faults: ({ township }) => ({ listId: listIn(township, township.here), after: 0 }),
  lists: () => ({}),
  entries: () => ({ state: 'open' }),
  entry: ({ township }) => ({ entryId: entryIn(township, township.here) }),
  openPhone: ({ township }) => ({ entryId: entryIn(township, township.here), reason: '联系返乡的人' }),
  recordTry: ({ township }) => ({ ...searchFor(township), how: 'phone', words: '没有人接' }),
  end: ({ township }) => ({ ...searchFor(township), outcome: 'elsewhere', words: '人在成都' }),
  // Nobody's search has ended: who reaches it is told so.
  reopen: ({ township }) => ({ ...searchFor(township), reason: '他回来了' }),
  assign: ({ township }) => ({ ...searchFor(township), gridId: township.here.team.gridId }),
  tick: () => ({}),
};

const searchFor = (township: Township) => ({
  requestId: newRequestId(),
  entryId: entryIn(township, township.here),
  version: 1,
});
