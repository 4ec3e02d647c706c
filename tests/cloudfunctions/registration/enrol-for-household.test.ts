import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { enrolForm, member, requestId, residentId, unchanged } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const told = { version: CONSENT_VERSION, guardianForChildren: false, told: true } as const;
const CHILD = () => member({ name: '王小妹', relation: 'child', papers: { type: 'residentId', number: residentId('2018-05-06') } }); // prettier-ignore

/** Of somebody old who lives alone and has no phone. */
function doorForm(gridId = township.here.team.gridId) {
  const { head, ...form } = enrolForm(gridId, { members: [] });
  const { name, papers, relation, whereabouts } = head;
  return { ...form, head: { name, papers, relation, whereabouts }, consent: told };
}
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;

test('somebody without a phone is enrolled at their door; the witness of their consent is the grid member', async () => {
  const file = await gridMember().get('registration', 'enrolFor', doorForm());
  expect(file).toMatchObject({ status: 'submitted', people: [{ phoneMask: null }] });
  expect(fileOf(file.householdId).consent).toMatchObject({ told: true, by: gridMember().openid });
  expect(
    township.documents<Account>('accounts').filter((one) => one.householdId === file.householdId),
  ).toEqual([]);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('pressing twice enrols one household, and another form another', async () => {
  const form = doorForm();
  const send = () => gridMember().get('registration', 'enrolFor', form);
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  const other = await gridMember().get('registration', 'enrolFor', doorForm());
  expect(other.householdId).not.toBe(first.householdId);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test.each<[string, string, (form: ReturnType<typeof doorForm>) => object]>([
  ['in another village', 'gridId', (form) => ({ ...form, gridId: township.there.team.gridId })],
  [
    'whom nobody told what they agree to',
    'consent.told',
    (form) => ({ ...form, consent: { version: CONSENT_VERSION } }),
  ],
  [
    'with a child whose guardian was not asked',
    'consent.guardianForChildren',
    (form) => ({ ...form, members: [CHILD()] }),
  ],
])('a household %s is refused beside its field', async (_, field, change) => {
  const form = change(doorForm()) as ReturnType<typeof doorForm>;
  const reply = await gridMember().call('registration', 'enrolFor', form);
  expect(reply.ok ? [] : Object.keys(reply.error.fields ?? {})).toEqual([field]);
});

describe('correcting at the door', () => {
  const correct = (file: Awaited<ReturnType<typeof enrolled>>, change: object) =>
    gridMember().call('registration', 'correct', {
      requestId: requestId(),
      householdId: file.householdId,
      version: file.version,
      gridId: file.gridId,
      address: file.address,
      tenure: file.tenure,
      reason: '住户当面说的',
      people: unchanged(file),
      ...change,
    });
  const enrolled = () => gridMember().get('registration', 'enrolFor', doorForm());

  test('a child comes into the file only when its guardian says yes', async () => {
    const file = await enrolled();
    const people = [...unchanged(file), CHILD()];
    const refused = await correct(file, { people });
    expect(refused).toMatchObject({
      ok: false,
      error: { fields: { guardianTold: expect.stringContaining('监护人') as string } },
    });
    expect(await correct(file, { people, guardianTold: true })).toMatchObject({
      ok: true,
      data: { guardianConsented: true },
    });
  });

  test('a number that nobody answers is taken out, with its look-up', async () => {
    const own = township.as('o-number-erased');
    const form = enrolForm(township.here.team.gridId, { members: [member({ phone: '15480007777' })] });
    const file = await own.get('registration', 'enrol', form);
    const people = unchanged(file).map((person, i) => (i === 1 ? { ...person, erasesPhone: true } : person));
    expect(await correct(file, { people })).toMatchObject({ ok: true });
    expect(fileOf(file.householdId).people[1]).toMatchObject({
      phone: null,
      phoneIndex: null,
      phoneMask: null,
    });
  });
});
