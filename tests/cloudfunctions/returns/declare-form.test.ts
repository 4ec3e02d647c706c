import { chinaTime, toCalendarDate, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { dayAfter } from '../../../miniprogram/shared/stays';
import {
  declareForm,
  type DeclareForm,
  newTraveller,
  NINGBO,
  stayIn,
  tripOf,
  WUHOU,
} from '../../support/declarations';
import { newChildsId } from '../../support/forms';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const now = () => township.simulator.clock.now();
const here = () => ({ gridId: township.here.team.gridId, address: '返乡路 3 号', tenure: 'owner' as const });

let phones = 0;

/** What a form that is filled in wrongly is told, by field; empty when it is taken. */
const fieldsOf = async (changes: Partial<DeclareForm>) => {
  phones += 1;
  const form = declareForm(now(), { destination: here(), ...changes });
  const reply = await township.as(`o-returning-${phones}`).call('returns', 'declare', form);
  return reply.ok ? {} : reply.error.fields;
};
const arrival = () => toTimestamp(chinaTime(now()).add(3, 'day'));
const day = (before: number) => dayAfter(toCalendarDate(chinaTime(arrival())), -before);

describe('a form that is filled in wrongly', () => {
  test('names the day on which nobody said where they were', async () => {
    const stays = [stayIn(NINGBO, day(20), day(4)), stayIn(WUHOU, day(2), day(0))];
    const missing = day(3);
    expect(await fieldsOf({ trip: tripOf(arrival(), { stays }) })).toEqual({
      'trip.stays': `${Number(missing.slice(5, 7))}月${Number(missing.slice(8))}日 住哪里还没写。请改这个日期，或者再加一处`,
    });
  });

  test('may name two places on the day of a move, and on no other', async () => {
    const moved = [stayIn(NINGBO, day(20), day(5)), stayIn(WUHOU, day(5), day(0))];
    expect(await fieldsOf({ trip: tripOf(arrival(), { stays: moved }) })).toEqual({});
    const doubled = [stayIn(NINGBO, day(20), day(4)), stayIn(WUHOU, day(5), day(0))];
    expect(await fieldsOf({ trip: tripOf(arrival(), { stays: doubled }) })).toEqual({
      'trip.stays': expect.stringContaining('写了两处') as string,
    });
  });

  test('counts the window by the day of arrival in the village: half an hour around midnight is another day', async () => {
    const midnight = chinaTime(now()).add(2, 'day').startOf('day');
    const lastDay = toCalendarDate(midnight.subtract(1, 'day'));
    const stays = [stayIn(NINGBO, dayAfter(lastDay, -13), lastDay)];
    const before = tripOf(toTimestamp(midnight.subtract(30, 'minute')), { stays });
    const after = tripOf(toTimestamp(midnight.add(30, 'minute')), { stays });
    expect(await fieldsOf({ trip: before })).toEqual({});
    expect(await fieldsOf({ trip: after })).toMatchObject({
      'trip.stays': expect.stringContaining('还没写') as string,
    });
  });

  test('is told of a place that there is not, an arrival far away, a test of tomorrow', async () => {
    expect(
      await fieldsOf({ trip: tripOf(arrival(), { stays: [stayIn('999999', day(20), day(0))] }) }),
    ).toEqual({ 'trip.stays.0.where.code': '没有这个地方，请重新选择' });
    const late = toTimestamp(chinaTime(now()).add(90, 'day'));
    expect(await fieldsOf({ trip: tripOf(late) })).toEqual({
      'trip.arrivesAt': expect.any(String) as string,
    });
    const test = { date: dayAfter(toCalendarDate(chinaTime(now()))), place: '', result: 'negative' as const };
    expect(await fieldsOf({ travellers: [newTraveller({}, { test })] })).toEqual({
      'travellers.0.test.date': expect.any(String) as string,
    });
  });

  test('needs the guardian’s consent for a child', async () => {
    const travellers = [
      newTraveller(),
      newTraveller({ relation: 'child', papers: { type: 'residentId', number: newChildsId() } }),
    ];
    expect(await fieldsOf({ travellers })).toEqual({
      'consent.guardianForChildren': expect.stringContaining('监护人') as string,
    });
  });

  test('needs a head with a phone where a new file begins, and a place', async () => {
    expect(await fieldsOf({ travellers: [newTraveller({ relation: 'spouse' })] })).toEqual({
      'travellers.0.form.relation': '请选一位户主',
    });
    expect(await fieldsOf({ destination: undefined })).toEqual({
      'destination.gridId': expect.any(String) as string,
    });
    const village = { ...here(), gridId: township.here.gridId };
    expect(await fieldsOf({ destination: village })).toEqual({
      'destination.gridId': expect.any(String) as string,
    });
  });

  test('can name nobody else’s file in storage as its picture', async () => {
    const photos = { healthCode: 'cloud://cunan.636e/roster-exports/all.xlsx' };
    expect(await fieldsOf({ travellers: [newTraveller({}, { photos })] })).toEqual({
      'travellers.0.photos.healthCode': expect.any(String) as string,
    });
  });
});
