import * as fc from 'fast-check';
import { type Family, putFamily } from '../../support/families';
import { disagreements, publishIn, sheetsOf } from '../../support/notices';
import { type Phone, useTownship } from '../../support/township';

jest.setTimeout(180_000);

const township = useTownship({ timers: false });
const team = () => township.here.team;
const memberOf = (which: string) =>
  township.as(township.holderOf('gridMember', township.here.team.gridPath, which));

/** What somebody does: one of two phones of the household, or one of two grid members with one of two ticks each. */
type Act =
  | { by: 0 | 1; does: 'inbox' | 'open' | 'read' | 'confirm' }
  | { by: 0 | 1; does: 'tell' | 'untell'; tick: 0 | 1; how: 'phone' | 'door' };

const who = fc.constantFrom<0 | 1>(0, 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ by: who, does: fc.constantFrom('inbox', 'open', 'read', 'confirm') }),
  fc.record({
    by: who,
    does: fc.constantFrom('tell', 'untell'),
    tick: who,
    how: fc.constantFrom('phone', 'door'),
  }),
);
/** Lots of acts, one lot after the other; those of a lot go at the same time. */
const lots = fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });

let run = 0;

async function play(acts: readonly Act[][], wanted: 'read' | 'confirm') {
  run += 1;
  const family = putFamily(township, { members: [{ name: '司马二', birthDate: '1990-01-01' }] });
  const phones = [family.phone, family.phoneOf('司马二')];
  const { noticeId } = await publishIn(township, [team().gridId], { wanted });
  for (const lot of acts) await Promise.all(lot.map((one) => doOne(one, { noticeId, family, phones })));
  return { noticeId, family };
}

type Scene = { noticeId: string; family: Family; phones: Phone[] };

async function doOne(one: Act, { noticeId, family, phones }: Scene): Promise<void> {
  const line = { noticeId, gridId: team().gridId, householdId: family.file._id };
  const phone = phones[one.by]!;
  switch (one.does) {
    case 'inbox':
      await phone.get('notices', 'inbox', {});
      return;
    case 'open':
      await phone.get('notices', 'open', { noticeId, gridId: team().gridId });
      return;
    case 'read':
      await phone.get('notices', 'read', { noticeId, seconds: 30 });
      return;
    case 'confirm':
      await phone.get('notices', 'confirm', { noticeId, gridId: team().gridId });
      return;
    case 'tell':
      await memberOf(`${one.by}`).get('reach', 'tell', { ...line, requestId: tickId(one), how: one.how });
      return;
    case 'untell':
      // Somebody else's tick is refused, which is an answer too.
      await memberOf(`${one.by}`).call('reach', 'untell', { ...line, requestId: tickId(one) });
  }
}

const tickId = ({ by, tick }: { by: number; tick: number }): string => `tick-of-a-run-${run}-${by}-${tick}`;

test('whatever comes twice, at once and in whatever order, counters are the receipts', async () => {
  await fc.assert(
    fc.asyncProperty(lots, fc.constantFrom('read', 'confirm'), async (acts, wanted) => {
      const { noticeId, family } = await play(acts, wanted);
      const sheets = sheetsOf(township, noticeId);
      expect(disagreements(sheets)).toEqual([]);
      const own = sheets.filter(({ householdIds }) => householdIds.includes(family.file._id));
      expect(own).toHaveLength(1);
      const receipt = own[0]!.receipts[family.file._id]!;
      const did = new Set(acts.flat().map(({ does }) => does));
      // What was done stands, whatever else went on at the time.
      expect(receipt.opened !== null).toBe(did.has('open'));
      expect(receipt.read !== null).toBe(did.has('read'));
      expect(receipt.confirmed !== null).toBe(did.has('confirm'));
      expect(receipt.delivered !== null).toBe(did.has('inbox'));
      if (did.has('tell') && !did.has('untell')) expect(receipt.told).not.toBeNull();
      if (!did.has('tell')) expect(receipt.told).toBeNull();
    }),
    { numRuns: 25 },
  );
});

test('a tick that arrives after it was taken back ticks nothing', async () => {
  const { noticeId, family } = await play([], 'confirm');
  const line = { noticeId, gridId: team().gridId, householdId: family.file._id };
  const told = { ...line, requestId: `a-tick-that-was-slow`, how: 'phone' as const };
  const member = memberOf('0');
  await member.get('reach', 'tell', told);
  await member.get('reach', 'untell', line);
  expect(await member.get('reach', 'tell', told)).toMatchObject({ told: null });

  const late = { ...told, requestId: 'a-tick-still-under-way' };
  await member.get('reach', 'untell', { ...line, requestId: late.requestId });
  expect(await member.get('reach', 'tell', late)).toMatchObject({ told: null });
  expect(await member.get('reach', 'tell', { ...told, requestId: 'another-tick-by-hand' })).toMatchObject({
    told: 'phone',
    toldByMe: true,
  });
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
});
