import type { DeclarationView } from '../../../../cloudfunctions/contracts/index';
import { errorsOf, factsSent, foundOf } from '../../../../miniprogram/packages/returns/check/found';
import { checkView } from '../../../../miniprogram/packages/returns/check/view';
import { dayAfter } from '../../../../miniprogram/shared/stays';
import { calendarDate } from '../../../../miniprogram/shared/dates';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';

const TODAY = calendarDate(NOW);
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
const DECISION = {
  measure: 'healthMonitoring' as const,
  days: 14,
  testDays: [7, 14],
  feverClinicFirst: false,
  reasons: ['过去 14 天去过浙江省宁波市鄞州区（低风险），要健康监测 14 天。'],
  words: '健康监测 14 天',
  rulebook: { version: 0, title: '新冠肺炎防控规则', source: '镇防控办' },
};
const HOME = { ...DECISION, measure: 'homeObservation' as const, words: '居家隔离观察 14 天' };
const declared = (more: Partial<DeclarationView> = {}): DeclarationView => ({
  declarationId: 'r1-0',
  arrivalId: 'r1',
  personId: 'p1',
  name: '李强',
  place: '青石镇 柳溪村 三组',
  status: 'declared',
  waitsFor: 'check',
  version: 3,
  arrivesAt: at(-1),
  declaredAt: at(-30),
  transport: { kind: 'train', number: 'G1935', seat: '08车12F', plate: null },
  stays: [
    {
      where: { kind: 'division', code: '330212' },
      from: dayAfter(TODAY, -20),
      to: TODAY,
      place: '浙江省 宁波市 鄞州区',
    },
  ],
  health: { temperature: 36.5, symptoms: [], other: '', contact: 'none' },
  healthCode: 'green',
  test: { date: dayAfter(TODAY, -2), place: '县医院', result: 'negative' },
  photos: { healthCode: true, itinerary: false, test: false },
  decision: DECISION,
  isProvisional: true,
  checkedAt: null,
  cancelled: null,
  observationId: null,
  householdId: 'h1',
  householdStatus: 'verified',
  sex: 'male',
  birthDate: '1992-01-01',
  age: 34,
  address: '12 号',
  papersMask: '511***********2428',
  phoneMask: '139****6021',
  declaredBy: { name: '李强', how: 'self' },
  signature: 'M20 80L60 40',
  companions: [{ declarationId: 'r1-1', name: '王芳', status: 'declared' }],
  feverFrom: 37.3,
  askedSymptoms: ['dryCough', 'fatigue', 'other'],
  lookBackDays: 14,
  checkedByName: null,
  review: null,
  ...more,
});
const WINDOW = { feverFrom: 37.3, lookBackDays: 14, now: NOW };

describe('what is found at the door', () => {
  it('begins as it was declared, but temperature and symptoms are asked anew', () => {
    const found = foundOf(declared(), NOW);
    expect(found).toMatchObject({
      digits: '',
      symptoms: [],
      none: false,
      healthCode: 'green',
      tested: 'yes',
    });
    expect(Object.keys(errorsOf(found, WINDOW))).toEqual(['temperature', 'symptoms']);
    expect(factsSent(found)).toBeUndefined();
  });

  it('arrives now, where nobody said that they had arrived; the stays go on until today', () => {
    const stays = declared().stays.map((stay) => ({ ...stay, to: dayAfter(TODAY, -2) }));
    const found = foundOf(declared({ waitsFor: 'arrival', arrivesAt: at(-48), stays }), NOW);
    expect(found.date).toBe(TODAY);
    expect(found.stays.map(({ to }) => to)).toEqual([TODAY]);
  });

  it.each([
    ['no figure that a living person has', { digits: '999' }, 'temperature'],
    ['an arrival still to come', { time: '23:59' }, 'arrivedAt'],
    ['a day left out', { stays: [] }, 'stays'],
    ['another symptom without words', { symptoms: ['other' as const] }, 'other'],
    ['a test without a result', { testResult: '' as const }, 'test.result'],
  ])('refuses %s', (_, changes, field) => {
    const right = { ...foundOf(declared(), NOW), digits: '365', none: true };
    expect(errorsOf(right, WINDOW)).toEqual({});
    expect(Object.keys(errorsOf({ ...right, ...changes }, WINDOW))).toContain(field);
  });
});

it('a declaration shows facts first, masks only, and how it was signed', () => {
  const view = checkView(declared(), NOW);
  expect(view.facts.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['怎么来', '体温', '症状', '接触病人', '健康码', '核酸']),
  );
  expect(JSON.stringify(view)).not.toMatch(/\d{11}/);
  expect(decodeURIComponent(view.signature)).toContain('M20 80L60 40');
});

describe('核实返乡', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (view = declared()) => {
    phone.answers(view);
    const page = render('packages/returns/check');
    await act(page, 'onLoad', { declarationId: 'r1-0' });
    return page;
  };

  it('names on its one filled button what would begin, as soon as it is known', async () => {
    const page = await open();
    expect(words(page)).toContain('核实并开始健康监测');
    phone.answers(HOME);
    await act(page, 'onDigits', said({ digits: '382' }));
    await act(page, 'onFeel', said({ chosen: ['dryCough'], none: false }));
    await settle(500);
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'previewCheck',
      input: { temperature: 38.2, symptoms: ['dryCough'] },
    });
    expect(words(page)).toContain('核实并开始居家隔离观察');
  });

  it('pressed too early, sends nothing and says what is missing beside it', async () => {
    const page = await open();
    await act(page, 'check');
    expect(phone.calls.map(({ action }) => action)).toEqual(['show']);
    expect(words(page)).toContain('请当面量体温');
  });

  it('sends what was found for the version on the screen, once, and keeps the names for the next', async () => {
    const page = await open();
    await act(page, 'onDigits', said({ digits: '366' }));
    await act(page, 'onFeel', said({ chosen: [], none: true }));
    await act(page, 'nameResponsible', said({ value: ' 王建国 ' }, { index: 2 }));
    const checked = declared({
      status: 'checked',
      waitsFor: null,
      observationId: 'r1-0:1',
      isProvisional: false,
    });
    phone.answers(checked);
    phone.answers(checked);
    await act(page, 'check');
    const sent = phone.calls.filter(({ action }) => action === 'checkArrival');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.input).toMatchObject({
      declarationId: 'r1-0',
      version: 3,
      temperature: 36.6,
      symptoms: [],
      test: { result: 'negative' },
      stays: [{ where: { kind: 'division', code: '330212' } }],
      responsible: [{ role: 'gridMember', name: '王建国' }],
    });
    expect(phone.storage.get('responsible')).toMatchObject({ gridMember: '王建国' });
    expect(words(page)).toContain('看体温记录');
  });

  it('shows it anew when somebody else changed it meanwhile', async () => {
    const page = await open();
    await act(page, 'onDigits', said({ digits: '366' }));
    await act(page, 'onFeel', said({ chosen: [], none: true }));
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过，请看过最新内容再改' });
    phone.answers(declared({ version: 4, healthCode: 'yellow' }));
    await act(page, 'check');
    expect(words(page)).toContain('别人刚改过');
    expect(page.data.view).toMatchObject({ version: 4 });
  });

  it('takes somebody who did not come off the list, with a reason', async () => {
    const page = await open();
    phone.answers(declared({ status: 'cancelled', cancelled: { at: at(0), reason: '人还在外地' } }));
    await act(page, 'onAbsentReason', said({ reason: '人还在外地' }));
    expect(phone.calls.find(({ action }) => action === 'didNotCome')?.input).toMatchObject({
      version: 3,
      reason: '人还在外地',
    });
  });

  it('puts a stay right in place', async () => {
    const page = await open();
    await act(page, 'onStayDate', said({ index: 0, end: 'from', value: dayAfter(TODAY, -3) }));
    await act(page, 'onDigits', said({ digits: '366' }));
    await act(page, 'onFeel', said({ chosen: [], none: true }));
    await act(page, 'check');
    expect(page.data).toMatchObject({ isCorrectingStays: true });
    expect((page.data.errors as Record<string, string>).stays).toContain('还没写');
  });
});
