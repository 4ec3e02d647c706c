import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { FigureRow, Figures } from '../../../cloudfunctions/contracts';
import { MEASURES, type Measure } from '../../../cloudfunctions/contracts/health';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type { DeclarationDocument } from '../../../cloudfunctions/returns/declaration.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { slotNow } from '../../../miniprogram/shared/slots';
import { dayAfter } from '../../../miniprogram/shared/stays';
import { declareForm, knownTraveller, NINGBO, stayIn, tripOf, WUHOU } from '../../support/declarations';
import { newRequestId } from '../../support/forms';
import { type Phone, useTownship, type Village } from '../../support/township';
import { enrolIn } from '../matrix/samples';

jest.setTimeout(240_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const leaderOf = (village: Village) => township.as(township.holderOf('gridLeader', village.gridPath));
const doctorOf = (gridPath: readonly string[]) =>
  township.as(township.holderOf('villageDoctor', gridPath.slice(0, 2)));
const now = () => chinaTime(township.simulator.clock.now());

/** Always the same numbers, so that a failure comes again: mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = dice(20_261_122);
const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const declarations = () => township.documents<DeclarationDocument>('declarations');
const observations = () => township.documents<ObservationDocument>('observations');
const alerts = () => township.documents<AlertDocument>('alerts');
const isUnder = ({ status }: ObservationDocument) => ['active', 'paused', 'releasing'].includes(status);

/** What a full scan of the documents counts in one grid. */
function scanned(gridId: string): Figures {
  const here = <T extends { gridPath: string[] }>(list: T[]) =>
    list.filter(({ gridPath }) => gridPath.includes(gridId));
  const declared = here(declarations());
  const observed = here(observations());
  const active = observed.filter(({ status }) => status === 'active');
  const at = toTimestamp(now());
  const missing = active.filter(({ nextOpensAt }) => nextOpensAt !== null && nextOpensAt <= at).length;
  const under = (measure: Measure) =>
    measure === 'freeMovement'
      ? declared.filter(
          ({ status, observationId, decision }) =>
            status === 'closed' && observationId === null && decision.measure === 'freeMovement',
        ).length
      : observed.filter((one) => isUnder(one) && one.measure === measure).length;
  return {
    expected: declared.filter(({ status }) => status === 'declared').length,
    arrived: declared.filter(({ checked }) => checked !== null).length,
    measures: Object.fromEntries(MEASURES.map((measure) => [measure, under(measure)])) as Figures['measures'],
    missing,
    in: active.length - missing,
    alerts: here(alerts()).filter(({ status }) => status !== 'closed').length,
    released: observed.filter(({ status }) => status === 'released').length,
  };
}

async function declareSomebody(village: Village): Promise<void> {
  const family = await enrolIn(township, village);
  const arrivesAt = toTimestamp(now());
  const day = arrivesAt.slice(0, 10);
  const code = oneOf([NINGBO, WUHOU, '511102'])!;
  const stays = [stayIn(code, dayAfter(day, -20), day)];
  await township.as(family.openid).get(
    'returns',
    'declare',
    declareForm(township.simulator.clock.now(), {
      travellers: [knownTraveller(family.headId)],
      trip: tripOf(arrivesAt, { stays }, code),
    }),
  );
}

async function checkSomebody(): Promise<void> {
  const declaration = oneOf(declarations().filter(({ status }) => status === 'declared'));
  if (!declaration) return;
  const gridMember = township.as(township.holderOf('gridMember', declaration.gridPath));
  await gridMember.get('returns', 'checkArrival', {
    requestId: newRequestId(),
    declarationId: declaration._id,
    version: declaration.version,
    arrivedAt: toTimestamp(now()),
    temperature: random() < 0.3 ? 38.1 : 36.5,
    symptoms: [],
  });
}

async function reportForSomebody(): Promise<void> {
  const observation = oneOf(observations().filter(({ status }) => status === 'active'));
  const slot = observation && slotNow(observation.slotTimes, now().valueOf());
  if (!observation || slot === null || slot === undefined) return;
  const report = {
    requestId: newRequestId(),
    observationId: observation._id,
    slot,
    temperature: random() < 0.3 ? 37.9 : 36.4,
    symptoms: [],
    other: '',
    means: 'visit' as const,
  };
  // A slot that is in already is refused, and must change no figure.
  await doctorOf(observation.gridPath).call('observation', 'reportFor', report);
}

/** Takes an alert one step further, to its end in the end. */
async function answerSomebody(): Promise<void> {
  const alert = oneOf(alerts().filter(({ status }) => status !== 'closed'));
  if (!alert) return;
  const doctor: Phone = doctorOf(alert.gridPath);
  const act = { requestId: newRequestId(), alertId: alert._id, version: alert.version };
  if (alert.status === 'open') await doctor.get('alerts', 'acknowledge', { alertId: alert._id });
  else if (alert.status === 'acknowledged')
    await doctor.get('alerts', 'assess', { ...act, finding: 'normalOnRecheck', words: '再量正常' });
  else await doctor.get('alerts', 'close', { ...act, outcome: 'excluded', words: '再量正常' });
}

async function cancelSomebody(): Promise<void> {
  const declaration = oneOf(declarations().filter(({ status }) => status === 'declared'));
  if (!declaration) return;
  await township.as(declaration.declaredBy.openid).get('returns', 'cancel', {
    requestId: newRequestId(),
    declarationId: declaration._id,
    version: declaration.version,
    reason: '不回来了',
  });
}

async function somethingHappens(): Promise<void> {
  const roll = random();
  if (roll < 0.3) await declareSomebody(oneOf([township.here, township.there])!);
  else if (roll < 0.55) await checkSomebody();
  else if (roll < 0.75) await reportForSomebody();
  else if (roll < 0.92) await answerSomebody();
  else if (roll < 0.97) await cancelSomebody();
  else await township.simulator.clock.advance(3 * 3_600_000);
}

async function everyRow(phone: Phone, asked: object): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  let after: string | null = null;
  do {
    const page: { rows: FigureRow[]; next: string | null } = await phone.get('numbers', 'rows', {
      gridId: township.town.gridId,
      figure: 'alerts',
      ...asked,
      ...(after !== null && { after }),
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** Every figure of every grid that is shown is what a full scan counts. */
async function expectRight(gridId: string): Promise<void> {
  const { total, below } = await officer().get('numbers', 'show', { gridId });
  expect({ gridId, ...total }).toEqual({ gridId, ...scanned(gridId) });
  for (const { name, ...figures } of below)
    expect({ name, ...figures }).toEqual({ name, gridId: figures.gridId, ...scanned(figures.gridId) });
}

const villages = () =>
  township.documents<GridDocument>('grids').filter(({ level }) => level === 'village' || level === 'town');

test('whatever happens, each figure of each grid is what a full scan counts, and opens exactly its people', async () => {
  await township.simulator.clock.set(now().add(1, 'day').startOf('day').add(7, 'hour').valueOf());
  for (let act = 1; act <= 150; act += 1) {
    await somethingHappens();
    if (act % 50 === 0) for (const { _id } of villages()) await expectRight(_id);
  }
  const total = scanned(township.town.gridId);
  // The dice made enough of everything.
  for (const figure of ['expected', 'arrived', 'alerts'] as const) expect(total[figure]).toBeGreaterThan(0);
  expect(total.in + total.missing).toBeGreaterThan(5);

  const figures = ['expected', 'arrived', 'missing', 'in', 'alerts', 'released'] as const;
  for (const figure of figures)
    expect([figure, (await everyRow(officer(), { figure })).length]).toEqual([figure, total[figure]]);
  for (const measure of MEASURES) {
    const rows = await everyRow(officer(), { figure: 'measure', measure });
    expect([measure, rows.length]).toEqual([measure, total.measures[measure]]);
  }

  const { origins } = await officer().get('numbers', 'origins', { gridId: township.town.gridId });
  const open = declarations().filter(({ status }) => ['declared', 'checked'].includes(status));
  expect(origins.reduce((sum, { people }) => sum + people, 0)).toBe(open.length);
  expect(origins.map(({ name }) => name)).toEqual(expect.arrayContaining(['浙江省']));

  const { days } = await officer().get('numbers', 'days', { gridId: township.town.gridId });
  expect(days).toHaveLength(14);
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((all, day) => all + of(day), 0);
  expect(sum(({ arrived }) => arrived)).toBe(total.arrived);
  expect(sum(({ expected }) => expected)).toBe(declarations().length);
  expect(sum((day) => day.alerts)).toBe(alerts().length);
});

test('a village’s leader sees their own village and its teams, and nothing of another', async () => {
  const { grid, below } = await leaderOf(township.here).get('numbers', 'show', {});
  expect(grid.gridId).toBe(township.here.gridId);
  expect(below.map(({ gridId }) => gridId)).toContain(township.here.team.gridId);
  const elsewhere = { gridId: township.there.gridId };
  for (const reply of [
    await leaderOf(township.here).call('numbers', 'show', elsewhere),
    await leaderOf(township.here).call('numbers', 'days', elsewhere),
    await leaderOf(township.here).call('numbers', 'origins', elsewhere),
    await leaderOf(township.here).call('numbers', 'rows', { ...elsewhere, figure: 'expected' }),
  ])
    expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('the figure of a measure needs its measure', async () => {
  expect(
    await officer().call('numbers', 'rows', { gridId: township.town.gridId, figure: 'measure' }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { measure: '请选择管控措施' } } });
});
