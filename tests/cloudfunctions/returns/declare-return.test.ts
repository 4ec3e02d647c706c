import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import type {
  DeclarationDocument,
  ReturneeDocument,
} from '../../../cloudfunctions/returns/declaration.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { declareForm, type DeclareForm, knownTraveller, newTraveller } from '../../support/declarations';
import { enrolForm, newChildsId, newRequestId, newResidentId } from '../../support/forms';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const now = () => township.simulator.clock.now();
const form = (changes: Partial<DeclareForm> = {}) => declareForm(now(), changes);
const here = () => ({ gridId: township.here.team.gridId, address: '返乡路 3 号', tenure: 'owner' as const });
const declarations = () => township.documents<DeclarationDocument>('declarations');
const files = () => township.documents<HouseholdDocument>('households');
const returnees = () => township.documents<ReturneeDocument>('returnees');
const expectedIn = (gridId: string) =>
  township.documents<ReturnCountsDocument>('return_counts').find(({ _id }) => _id === gridId)?.expected ?? 0;

let phones = 0;
const newPhoneOf = () => township.as(`o-returning-${(phones += 1)}`);

/** A household of two with its phone. */
async function family(openid = newPhoneOf().openid) {
  const phone = township.as(openid);
  const file = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  return { phone, file, head: file.people[0]!, child: file.people[1]! };
}

describe('a return declared from another province', () => {
  test('says what applies and why, enrols who was on no file, and lets the phone open that file', async () => {
    const phone = newPhoneOf();
    const expected = expectedIn(township.here.team.gridId);
    const answer = await phone.get('returns', 'declare', form({ destination: here() }));
    const [declared] = answer.declarations;
    expect(declared).toMatchObject({
      status: 'declared',
      waitsFor: 'arrival',
      isProvisional: true,
      version: 1,
    });
    expect(declared!.decision.words).toContain('健康监测');
    expect(declared!.decision.reasons.join()).toContain('浙江省宁波市鄞州区');
    const file = await phone.get('registration', 'myHousehold', {});
    expect(file).toMatchObject({
      householdId: answer.householdId,
      status: 'submitted',
      address: '返乡路 3 号',
    });
    expect(file.people.map(({ name }) => name)).toEqual(['慕容远归']);
    expect(expectedIn(township.here.team.gridId)).toBe(expected + 1);
    const mine = await phone.get('returns', 'mine', {});
    expect(mine.declarations).toEqual(answer.declarations);
  });

  test('is one arrival for everybody who travels together, each with a declaration of their own', async () => {
    const travellers = [
      newTraveller(),
      newTraveller({ name: '慕容小归', relation: 'spouse' }),
      newTraveller(
        { name: '慕容安', relation: 'child', papers: { type: 'residentId', number: newChildsId() } },
        { health: { temperature: 38.1, symptoms: ['dryCough'], other: '', contact: 'none' } },
      ),
    ];
    const consent = { version: CONSENT_VERSION, guardianForChildren: true } as const;
    const answer = await newPhoneOf().get(
      'returns',
      'declare',
      form({ travellers, consent, destination: here() }),
    );
    expect(answer.declarations.map(({ name }) => name)).toEqual(['慕容远归', '慕容小归', '慕容安']);
    expect(new Set(answer.declarations.map(({ arrivalId }) => arrivalId)).size).toBe(1);
    expect(answer.declarations.map(({ decision }) => decision.feverClinicFirst)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('keeps no number, address or signature in the clear', async () => {
    const number = newResidentId();
    const traveller = newTraveller({ papers: { type: 'residentId', number } });
    const {
      declarations: [mine],
    } = await newPhoneOf().get('returns', 'declare', form({ travellers: [traveller], destination: here() }));
    const stored = JSON.stringify(declarations().find(({ _id }) => _id === mine!.declarationId));
    for (const secret of [number, traveller.form!.phone!, '返乡路', 'M20 80L60'])
      expect(stored).not.toContain(secret);
  });
});

describe('a household that is on file', () => {
  test('declares its own people, and a companion joins its file, which waits for the grid member again', async () => {
    const { phone, head } = await family();
    const companion = newTraveller({ name: '慕容同行', relation: 'other' });
    await phone.get('returns', 'declare', form({ travellers: [knownTraveller(head.personId), companion] }));
    const file = await phone.get('registration', 'myHousehold', {});
    expect(file.people.map(({ name }) => name)).toContain('慕容同行');
    expect(file).toMatchObject({ status: 'submitted', version: 2 });
  });

  test('whose member is written in again by hand adds nobody', async () => {
    const enrolment = enrolForm(township.here.team.gridId);
    const phone = newPhoneOf();
    const file = await phone.get('registration', 'enrol', enrolment);
    const again = newTraveller({ papers: enrolment.head.papers, relation: 'other' });
    const answer = await phone.get('returns', 'declare', form({ travellers: [again] }));
    expect(answer.declarations[0]!.personId).toBe(file.people[0]!.personId);
    expect((await phone.get('registration', 'myHousehold', {})).people).toHaveLength(2);
  });

  test('cannot declare somebody of another household', async () => {
    const [{ phone }, other] = [await family(), await family()];
    const reply = await phone.call(
      'returns',
      'declare',
      form({ travellers: [knownTraveller(other.head.personId)] }),
    );
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        fields: { 'travellers.0.personId': expect.stringContaining('没有') as string },
      },
    });
  });

  test('tells its form who it is and who returns already', async () => {
    const { phone, head } = await family();
    await phone.get('returns', 'declare', form({ travellers: [knownTraveller(head.personId)] }));
    const needs = await phone.get('returns', 'form', {});
    expect(needs).toMatchObject({ lookBackDays: 14, feverFrom: 37.3 });
    expect(needs.household!.people.map(({ isReturning }) => isReturning)).toEqual([true, false]);
    expect(JSON.stringify(needs)).not.toMatch(/\b\d{15}/);
  });
});

describe('one open declaration a person', () => {
  test('two phones that declare the same person at once: exactly one is open', async () => {
    const number = newResidentId();
    const both = [newPhoneOf(), newPhoneOf()].map((phone) =>
      phone.call(
        'returns',
        'declare',
        form({
          travellers: [newTraveller({ papers: { type: 'residentId', number } })],
          destination: here(),
        }),
      ),
    );
    const replies = await Promise.all(both);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = replies.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: 'CONFLICT' } });
    const [declared] = declarations().filter(({ papersMask }) => papersMask.endsWith(number.slice(-4)));
    expect(returnees().filter(({ openDeclarationId }) => openDeclarationId === declared!._id)).toHaveLength(
      1,
    );
  });

  test('whose refusal tells nothing of the other one, and leaves nobody half enrolled', async () => {
    const { phone, head, file } = await family();
    await phone.get('returns', 'declare', form({ travellers: [knownTraveller(head.personId)] }));
    const index = files().find(({ _id }) => _id === file.householdId)!.papersIndexes[0]!;
    const count = files().length;
    // Somebody who knows the number of the head.
    const numberOf = enrolForm(township.here.team.gridId);
    const other = newPhoneOf();
    const enrolled = await township.as(`${other.openid}-family`).get('registration', 'enrol', numberOf);
    await township
      .as(`${other.openid}-family`)
      .get('returns', 'declare', form({ travellers: [knownTraveller(enrolled.people[0]!.personId)] }));
    const reply = await other.call(
      'returns',
      'declare',
      form({ travellers: [newTraveller({ papers: numberOf.head.papers })], destination: here() }),
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(JSON.stringify(reply)).not.toContain(enrolled.householdId);
    expect(JSON.stringify(reply)).not.toContain('槐树巷');
    expect(files()).toHaveLength(count + 1);
    expect(township.documents<Account>('accounts').some(({ _id }) => _id === other.openid)).toBe(false);
    expect(returnees().find(({ _id }) => _id === index)!.openDeclarationId).not.toBeNull();
  });

  test('the same form twice at once, and again later, is one declaration with one answer', async () => {
    const phone = newPhoneOf();
    const sent = form({ destination: here() });
    const twice = await Promise.all([
      phone.get('returns', 'declare', sent),
      phone.get('returns', 'declare', sent),
    ]);
    const again = await phone.get('returns', 'declare', sent);
    expect(twice[0]).toEqual(twice[1]);
    expect(again).toEqual(twice[0]);
    expect(declarations().filter(({ arrivalId }) => arrivalId === again.arrivalId)).toHaveLength(1);
  });

  test('cancelled, it can be declared again', async () => {
    const { phone, head } = await family();
    const travellers = [knownTraveller(head.personId)];
    const first = await phone.get('returns', 'declare', form({ travellers }));
    const { declarationId, version } = first.declarations[0]!;
    const expected = expectedIn(township.here.team.gridId);
    const act = { requestId: newRequestId(), declarationId, version, reason: '车票没买到' };
    const cancelled = await phone.get('returns', 'cancel', act);
    expect(cancelled.declarations[0]).toMatchObject({
      status: 'cancelled',
      waitsFor: null,
      cancelled: { reason: '车票没买到' },
    });
    expect(expectedIn(township.here.team.gridId)).toBe(expected - 1);
    expect(await phone.get('returns', 'cancel', act)).toEqual(cancelled);
    const second = await phone.get('returns', 'declare', form({ travellers }));
    expect(second.declarations[0]!.declarationId).not.toBe(declarationId);
    expect((await phone.get('returns', 'mine', {})).declarations).toHaveLength(2);
  });
});

test('papers that stand in another household open nobody’s file: a file of its own waits for the grid member', async () => {
  const enrolment = enrolForm(township.here.team.gridId);
  const known = await newPhoneOf().get('registration', 'enrol', enrolment);
  const stranger = newPhoneOf();
  const answer = await stranger.get(
    'returns',
    'declare',
    form({ travellers: [newTraveller({ papers: enrolment.head.papers })], destination: here() }),
  );
  expect(answer.householdId).not.toBe(known.householdId);
  expect(JSON.stringify(await stranger.get('registration', 'myHousehold', {}))).not.toContain('欧阳');
});

describe('a proxy', () => {
  const consent = { version: CONSENT_VERSION, guardianForChildren: false, told: true } as const;

  test('declares for somebody without a phone, who is enrolled and bound to no phone', async () => {
    const doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
    const travellers = [newTraveller({ name: '慕容无机', phone: undefined })];
    const answer = await doctor.get('returns', 'declareFor', {
      ...form({ travellers, destination: here() }),
      consent,
    });
    expect(answer.declarations[0]!.name).toBe('慕容无机');
    const declared = declarations().find(({ arrivalId }) => arrivalId === answer.arrivalId)!;
    expect(declared.declaredBy).toMatchObject({ how: 'proxy', openid: doctor.openid });
    const file = files().find(({ _id }) => _id === answer.householdId)!;
    expect(file.consent).toMatchObject({ told: true, by: doctor.openid });
    expect(
      township.documents<Account>('accounts').find(({ _id }) => _id === doctor.openid)!.householdId,
    ).toBeNull();
  });

  test('reaches no household and no place of another village', async () => {
    const { head, file } = await family();
    const there = township.as(township.holderOf('gridMember', township.there.gridPath));
    const reply = await there.call('returns', 'declareFor', {
      ...form({ travellers: [knownTraveller(head.personId)] }),
      householdId: file.householdId,
      consent,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const place = await there.call('returns', 'declareFor', { ...form({ destination: here() }), consent });
    expect(place).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { 'destination.gridId': expect.any(String) as string } },
    });
  });
});
