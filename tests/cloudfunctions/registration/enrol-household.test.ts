import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { enrolForm, member, requestId, residentId } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId);

describe('enrolling a household', () => {
  test('makes a file that waits, binds the phone to it and counts it', async () => {
    const before = township.documents('households').length;
    const phone = township.as('o-new-family');
    const file = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));

    expect(file).toMatchObject({ status: 'submitted', version: 1, address: '18 号', verifiedAt: null });
    expect(file.people.map(({ name, sex, birthDate }) => [name, sex, birthDate])).toEqual([
      ['王大成', 'male', '1980-03-04'],
      ['王芳', 'female', '1982-05-06'],
    ]);
    expect(await phone.get('registration', 'myHousehold', {})).toEqual(file);
    expect(township.documents('households')).toHaveLength(before + 1);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('stores neither ID number, phone nor address in the clear, and shows masks', async () => {
    const form = enrolForm(township.here.team.gridId, { address: '秘密路 77 号' });
    const file = await township.as('o-sealed').get('registration', 'enrol', form);
    const stored = JSON.stringify(fileOf(file.householdId));
    for (const secret of [form.head.papers.number, form.head.phone, form.address])
      expect(stored).not.toContain(secret);
    expect(file.people[0]).toMatchObject({ phoneMask: '154****0001' });
    expect(file.people[0]?.papersMask).toMatch(/^511\*{11}.{4}$/);
  });

  test('the same form sent again answers the same file', async () => {
    const phone = township.as('o-retry');
    const form = enrolForm(township.here.team.gridId);
    const first = await phone.get('registration', 'enrol', form);
    const again = await phone.get('registration', 'enrol', form);
    expect(again).toEqual(first);
  });

  test('five identical forms at once enrol one household, and each is answered with it', async () => {
    const before = township.documents('households').length;
    const phone = township.as('o-double-tap');
    const form = enrolForm(township.here.team.gridId);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => phone.get('registration', 'enrol', form)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(township.documents('households')).toHaveLength(before + 1);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('two different forms at once from one phone: one enrols, the other is told so', async () => {
    const phone = township.as('o-two-forms');
    const replies = await Promise.all([
      phone.call('registration', 'enrol', enrolForm(township.here.team.gridId)),
      phone.call('registration', 'enrol', enrolForm(township.there.team.gridId)),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('a phone that enrolled before is sent to its file', async () => {
    const reply = await township
      .as(township.here.resident)
      .call('registration', 'enrol', enrolForm(township.here.team.gridId));
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  });

  test('a grid member who enrols their own family keeps their post', async () => {
    const openid = township.holderOf('gridMember', township.here.team.gridPath);
    const file = await township.as(openid).get('registration', 'enrol', enrolForm(township.here.team.gridId));
    const account = township.documents<Account>('accounts').find(({ _id }) => _id === openid);
    expect(account).toMatchObject({ householdId: file.householdId, posts: [{ role: 'gridMember' }] });
  });

  test('fifty forms from forty phones in two teams at once: forty files, each counted once', async () => {
    const grids = [township.here.team.gridId, township.there.team.gridId];
    const before = township.documents('households').length;
    const calls = Array.from({ length: 50 }, (_, n) => ({
      openid: `o-evening-${n % 40}`,
      gridId: grids[n % 2]!,
    }));
    const replies = await Promise.all(
      calls.map(({ openid, gridId }) => township.as(openid).call('registration', 'enrol', enrolForm(gridId))),
    );
    const outcomes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(40);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT')).toHaveLength(10);
    expect(township.documents('households')).toHaveLength(before + 40);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });
});

describe('what is refused, beside its field', () => {
  const refused = async (openid: string, form: ReturnType<typeof enrolForm>) => {
    const reply = await township.as(openid).call('registration', 'enrol', form);
    if (reply.ok) throw new Error('was accepted');
    expect(reply.error.code).toBe('INVALID_INPUT');
    return Object.keys(reply.error.fields ?? {});
  };

  test('a village instead of a team, and a grid that is not there', async () => {
    expect(await refused('o-f1', enrolForm(township.here.gridId))).toEqual(['gridId']);
    expect(await refused('o-f1', enrolForm('no-such-grid'))).toEqual(['gridId']);
  });

  test('a child under 14 without the guardian’s consent; with it the child is taken', async () => {
    const child = member({
      relation: 'child',
      papers: { type: 'residentId', number: residentId('2020-01-02') },
    });
    const form = enrolForm(township.here.team.gridId, { members: [child] });
    expect(await refused('o-f2', form)).toEqual(['consent.guardianForChildren']);
    const consented = { ...form, consent: { ...form.consent, guardianForChildren: true } };
    expect(await township.as('o-f2').call('registration', 'enrol', consented)).toMatchObject({ ok: true });
  });

  test('the same papers twice in one form, beside the second', async () => {
    const number = residentId('1990-01-01', 'female');
    const twins = [1, 2].map(() => member({ papers: { type: 'residentId', number } }));
    expect(await refused('o-f3', enrolForm(township.here.team.gridId, { members: twins }))).toEqual([
      'members.1.papers.number',
    ]);
  });

  test('a second head, and somebody born tomorrow', async () => {
    const second = member({ relation: 'head' });
    expect(await refused('o-f4', enrolForm(township.here.team.gridId, { members: [second] }))).toEqual([
      'members.0.relation',
    ]);
    const unborn = member({ papers: { type: 'residentId', number: residentId('2090-01-01') } });
    const form = enrolForm(township.here.team.gridId, { members: [unborn] });
    form.consent.guardianForChildren = true;
    expect(await refused('o-f4', form)).toEqual(['members.0.papers.number']);
  });

  test('an older privacy text', async () => {
    const consent = { version: '2020-01-01' } as unknown as ReturnType<typeof enrolForm>['consent'];
    expect(await refused('o-f5', enrolForm(township.here.team.gridId, { consent }))).toEqual([
      'consent.version',
    ]);
  });
});

test('papers that stand elsewhere are taken without a word to the family', async () => {
  const papers = { type: 'residentId' as const, number: residentId('1975-01-01') };
  const first = enrolForm(township.here.team.gridId, { members: [member({ papers })] });
  const second = enrolForm(township.there.team.gridId, { members: [member({ papers, name: '王方' })] });
  await township.as('o-dup-1').get('registration', 'enrol', first);
  const answer = await township.as('o-dup-2').get('registration', 'enrol', second);
  expect(JSON.stringify(answer)).not.toMatch(/duplicate|王芳/i);
});

test('the eleventh form of an hour is refused', async () => {
  const phone = township.as('o-eager');
  const codes: string[] = [];
  for (let n = 0; n < 11; n += 1) {
    const reply = await phone.call('registration', 'enrol', {
      ...enrolForm('no-such-grid'),
      requestId: requestId(),
    });
    codes.push(reply.ok ? 'ok' : reply.error.code);
  }
  expect(codes.slice(0, 10)).toEqual(Array<string>(10).fill('INVALID_INPUT'));
  expect(codes[10]).toBe('TOO_MANY_REQUESTS');
});

test('a form whose counting fails leaves nothing behind', async () => {
  const { database } = township.simulator;
  const [, , team] = (
    await township.as('o-anybody').get('township', 'grids', { parentId: township.there.gridId })
  ).grids;
  const gridId = team!.id;
  const remove = { collectionName: 'coverage', query: JSON.stringify({ _id: gridId }), multi: false };
  await database.handle('database.removeDocument', remove);
  const before = township.documents('households').length;
  const reply = await township.as('o-unlucky').call('registration', 'enrol', enrolForm(gridId));
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(township.documents('households')).toHaveLength(before);
  expect(township.documents<Account>('accounts').map(({ _id }) => _id)).not.toContain('o-unlucky');
});
