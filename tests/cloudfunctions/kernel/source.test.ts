import type { Access } from '../../../cloudfunctions/contracts/contract';
import { admit, isTimer, type Origin } from '../../../cloudfunctions/kernel/source';

const OPENID = 'o-somebody';
const phone: Access[] = [{ by: 'anyone' }, { by: 'household' }, { by: 'staff', roles: ['gridMember'] }];
const admitted = (access: Access, origin: Origin): string | null => {
  try {
    return admit(access, origin);
  } catch (error) {
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
    return null;
  }
};

describe.each(phone)('a phone action ($by)', (access) => {
  test.each<[string, Origin, string | null]>([
    ['from a phone', { SOURCE: 'wx_client', OPENID }, OPENID],
    ['from a phone through another function', { SOURCE: 'wx_client,scf', OPENID }, OPENID],
    ['from WeChat’s developer tool', { SOURCE: 'wx_devtools', OPENID }, OPENID],
    ['from nobody', { SOURCE: 'wx_client' }, null],
    ['with an empty openid', { SOURCE: 'wx_client', OPENID: '' }, null],
    ['from the timer', { SOURCE: 'wx_trigger', OPENID }, null],
    ['from the console', { SOURCE: 'tcb_console' }, null],
  ])('%s', (_, origin, expected) => expect(admitted(access, origin)).toBe(expected));
});

test.each<[string, Origin, string | null]>([
  ['from the timer', { SOURCE: 'wx_trigger' }, 'timer'],
  ['from a phone', { SOURCE: 'wx_client', OPENID }, null],
  ['from a phone that came through a timer’s function', { SOURCE: 'wx_client,wx_trigger', OPENID }, null],
  ['from the console', { SOURCE: 'tcb_console' }, null],
  ['from nowhere', {}, null],
])('a timer action %s', (_, origin, expected) => expect(admitted({ by: 'timer' }, origin)).toBe(expected));

test.each<[string, Origin, string | null]>([
  ['from the console', { SOURCE: 'tcb_console' }, 'operator'],
  ['from the command line, which names no source', {}, 'operator'],
  ['from the developer tool', { SOURCE: 'wx_devtools', OPENID }, 'operator'],
  ['from a phone', { SOURCE: 'wx_client', OPENID }, null],
  ['from a phone through another function', { SOURCE: 'wx_client,scf', OPENID }, null],
  ['with an openid and no source', { OPENID }, null],
  ['over WeChat’s HTTP API', { SOURCE: 'wx_http' }, null],
  ['from WeChat’s crawler', { SOURCE: 'wx_crawler' }, null],
  ['from a payment callback', { SOURCE: 'wx_paycallback' }, null],
  ['from somebody’s browser over the web SDK', { webUser: 'anonymous-1' }, null],
  ['with no web user named', { SOURCE: 'tcb_console', webUser: '' }, 'operator'],
  ['from the timer', { SOURCE: 'wx_trigger' }, null],
])('an operator action %s', (_, origin, expected) =>
  expect(admitted({ by: 'operator' }, origin)).toBe(expected),
);

test('only the source makes a timer', () => {
  expect(isTimer({ SOURCE: 'wx_trigger' })).toBe(true);
  expect(isTimer({ SOURCE: 'wx_client' })).toBe(false);
});
