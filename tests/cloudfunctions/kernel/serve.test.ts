import { join } from 'node:path';
import * as cloud from 'wx-server-sdk';
import * as z from 'zod';
import { serve } from '../../../cloudfunctions/kernel/serve';
import { startSimulator } from '../../../simulator/simulator';
import { codeOf, MEMBER, STRANGER, useProbe, VILLAGER } from './probe';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

const { simulator, call, audited } = useProbe();

describe('picking the action', () => {
  test('runs the action and answers only what its contract names', async () => {
    expect(await call('echo', { text: '好' })).toEqual({ ok: true, data: { text: '好' } });
  });

  test.each(['erase', 'constructor', '__proto__', 'toString', '', 'ECHO', 'echo '])(
    'there is no action %j',
    async (action) => expect(codeOf(await call(action, {}))).toBe('INVALID_INPUT'),
  );

  test.each([[{}], [{ action: 5 }], [{ action: ['echo'] }], [{ action: { $ne: null } }]])(
    'an event %j is refused in Chinese',
    async (event) => {
      expect(await simulator().call('probe', event, { openid: STRANGER })).toEqual({
        ok: false,
        error: { code: 'INVALID_INPUT', message: '没有这个操作，请更新小程序后再试' },
      });
    },
  );
});

describe('admitting by source', () => {
  test('the timer runs the timer action, whatever its event says', async () => {
    expect(await simulator().fireTimer('probe')).toEqual({ ok: true, data: { notes: 4, caller: 'timer' } });
  });

  test('a phone that pretends to be the timer is refused', async () => {
    const event = { Type: 'Timer', TriggerName: 'yearly', action: 'tick', input: {} };
    expect(codeOf(await simulator().call('probe', event, { openid: MEMBER }))).toBe('FORBIDDEN');
  });

  test('an operator runs the operator action, and no other', async () => {
    expect(await simulator().invoke('probe', { action: 'operate', input: { text: 'x' } })).toEqual({
      ok: true,
      data: { text: 'x' },
    });
    for (const action of ['echo', 'notes', 'mine', 'tick'])
      expect(codeOf(await simulator().invoke('probe', { action, input: {} }))).toBe('FORBIDDEN');
    expect(codeOf(await call('operate', { text: 'x' }))).toBe('FORBIDDEN');
  });
});

describe('authorising', () => {
  test('who lacks the role learns nothing about the input, not even that it is wrong', async () => {
    for (const input of [{ reason: '核实' }, { reason: 5 }, null])
      expect(await call('personal', input)).toMatchObject({
        error: { code: 'FORBIDDEN', message: '这个操作需要网格员岗位，您现在没有' },
      });
  });

  test('a caller’s posts make the scope', async () => {
    expect(await call('personal', { reason: '核实' }, MEMBER)).toEqual({
      ok: true,
      data: { scope: '{"kind":"grids","gridIds":["liuxi"]}' },
    });
  });

  test('who has no household is sent to register', async () => {
    expect(codeOf(await call('mine', {}))).toBe('UNREGISTERED');
    expect(codeOf(await call('mine', {}, MEMBER))).toBe('UNREGISTERED');
  });
});

describe('documents in scope', () => {
  const titles = async (input: object) =>
    ((await call('notes', input, MEMBER)) as { data: { notes: { title: string }[]; count: number } }).data;

  test('only those of the caller’s grids are found and counted', async () => {
    expect(await titles({})).toEqual({
      notes: [
        { _id: 'liuxi', title: 'liuxi' },
        { _id: 'liuxi, all', title: 'liuxi, all' },
      ],
      count: 2,
    });
  });

  test('a condition on another village’s path does not widen the scope', async () => {
    expect(await titles({ gridPath: 'shiqiao' })).toEqual({ notes: [], count: 0 });
    expect((await titles({ gridPath: 'liuxi-3' })).count).toBe(1);
  });

  test('a household finds its own', async () => {
    expect(await call('mine', {}, VILLAGER)).toEqual({ ok: true, data: { titles: ['liuxi'] } });
  });

  test('somebody without a jurisdiction finds, counts and changes nothing', async () => {
    expect(await call('strangerNotes', {})).toEqual({ ok: true, data: { count: 0, found: 0, changed: 0 } });
  });

  test('another village’s document is neither changed nor removed', async () => {
    expect(await call('renameNote', { id: 'shiqiao', title: 'mine' }, MEMBER)).toEqual({
      ok: true,
      data: { changed: 0, found: false },
    });
    expect(await call('removeNote', { id: 'shiqiao' }, MEMBER)).toEqual({ ok: true, data: { removed: 0 } });
    expect(simulator().database.count('notes')).toBe(4);
  });

  test('a new document goes into the own grids once, and into no other', async () => {
    const add = (id: string, title: string, village: string) =>
      call('addNote', { id, title, gridPath: ['town', village] }, MEMBER);
    expect(await add('n1', 'n1', 'liuxi')).toEqual({ ok: true, data: { added: true } });
    expect(await add('n1', 'n2', 'liuxi')).toEqual({ ok: true, data: { added: false } });
    expect(await add('n2', 'n1', 'liuxi')).toEqual({ ok: true, data: { added: false } });
    expect(codeOf(await add('n3', 'n3', 'shiqiao'))).toBe('INTERNAL');
    expect(await call('removeNote', { id: 'n1' }, MEMBER)).toEqual({ ok: true, data: { removed: 1 } });
  });
});

describe('faults', () => {
  test('the caller reads one sentence; the log has the request and where, and nothing of anybody', async () => {
    expect(await call('fault', { text: 'E7654321' })).toEqual({
      ok: false,
      error: { code: 'INTERNAL', message: '服务出了点问题，请稍后再试' },
    });
    const line = simulator()
      .logs()
      .filter(({ level, text }) => level === 'error' && text.includes('probe.fault'))
      .at(-1)!;
    expect(line.text).toContain(line.requestID);
    expect(line.text).toContain('no such person');
    expect(line.text).toMatch(/\n\s+at /);
    for (const value of ['E7654321', '王芳', '13912346021']) expect(line.text).not.toContain(value);
  });

  test('an output that breaks its contract does not leave; the log names the place', async () => {
    expect(codeOf(await call('brokenOutput', {}))).toBe('INTERNAL');
    const line = simulator()
      .logs()
      .filter(({ text }) => text.includes('probe.brokenOutput'))
      .at(-1)!;
    expect(line.text).toContain('count invalid_type');
    expect(line.text).not.toContain('王芳');
  });

  test('a refusal travels whole', async () => {
    expect(await call('refusal', {})).toEqual({
      ok: false,
      error: { code: 'CONFLICT', message: '别人刚刚改过，请刷新再试', fields: { version: '已经变了' } },
    });
  });
});

describe('the audit trail', () => {
  const entriesOf = async (act: () => Promise<unknown>) => {
    const before = new Set(audited().map(({ _id }) => _id));
    await act();
    return audited().filter(({ _id }) => !before.has(_id));
  };

  test('a personal call leaves who, in which role, whose data and why', async () => {
    const [entry, ...more] = await entriesOf(() => call('personal', { reason: '上门核实' }, MEMBER));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      caller: MEMBER,
      action: 'probe.personal',
      roles: [{ role: 'gridMember', gridId: 'liuxi' }],
      outcome: 'ok',
      householdId: 'h1',
      personId: 'p1',
      gridPath: ['town', 'liuxi'],
      reason: '上门核实',
      seal: 0,
    });
    expect(Math.abs(Date.parse(entry!.at) - simulator().clock.now())).toBeLessThan(5_000);
  });

  test.each<[string, string, unknown, string, string]>([
    ['without the role', 'personal', { reason: 'x' }, STRANGER, 'FORBIDDEN'],
    ['that was refused', 'refusal', {}, STRANGER, 'CONFLICT'],
    ['that failed', 'fault', { text: 'x' }, STRANGER, 'INTERNAL'],
  ])('an attempt %s is recorded too', async (_, action, input, openid, outcome) => {
    const entries = await entriesOf(() => call(action, input, openid));
    expect(entries).toMatchObject([{ caller: openid, action: `probe.${action}`, outcome }]);
  });

  test('a household’s own act names the household by itself', async () => {
    expect(await entriesOf(() => call('mine', {}, VILLAGER))).toMatchObject([
      { householdId: 'h1', outcome: 'ok' },
    ]);
  });

  test('a form filled in wrongly is no attempt, and what is not personal leaves nothing', async () => {
    expect(await entriesOf(() => call('personal', { reason: 5 }, MEMBER))).toEqual([]);
    expect(await entriesOf(() => call('echo', { text: 'x' }, MEMBER))).toEqual([]);
  });
});

test('without its keys a function answers INTERNAL and its log says in both languages what to set', async () => {
  const functions = join(__dirname, 'functions-without-keys');
  const keyless = await startSimulator({
    port: 0,
    data: ':memory:',
    demo: 'empty',
    device: false,
    functions,
  });
  try {
    const reply = await keyless.call(
      'probe',
      { action: 'echo', input: { text: '好' } },
      { openid: STRANGER },
    );
    expect(codeOf(reply)).toBe('INTERNAL');
    const logged = keyless
      .logs()
      .map(({ text }) => text)
      .join('\n');
    expect(logged).toContain('Missing environment variable CUNAN_SEALING_KEY');
    expect(logged).toContain('缺少环境变量 CUNAN_SEALING_KEY');
  } finally {
    await keyless.stop();
  }
});

test('two timer actions in one function are refused when it loads: CloudBase would fire one timer for both', () => {
  const tick = { access: { by: 'timer' }, audit: 'none', input: z.object({}), output: z.object({}) } as const;
  const nothing = async () => ({});
  expect(() => serve('probe', { tick, tock: tick }, { tick: nothing, tock: nothing }, cloud)).toThrow(
    'one timer action at most',
  );
});
