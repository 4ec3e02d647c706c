import type { FormNeeds, MyDeclaration } from '../../../../cloudfunctions/contracts/index';
import {
  blankDeclaration,
  blankTraveller,
  type DeclarationDraft,
  type TravellerDraft,
} from '../../../../miniprogram/packages/returns/declare/declaration-draft';
import { calendarDate } from '../../../../miniprogram/shared/dates';
import { completeResidentId } from '../../../../miniprogram/shared/resident-id';
import { dayAfter } from '../../../../miniprogram/shared/stays';

export const TODAY = calendarDate(Date.now());
export const OWN_ID = completeResidentId('51199919580312001');

export const person = (more: Partial<TravellerDraft> = {}): TravellerDraft => ({
  ...blankTraveller(),
  name: '周平',
  number: OWN_ID,
  phone: '15490010007',
  none: true,
  contact: 'none',
  healthCode: 'green',
  tested: 'no',
  ...more,
});

/** A form of somebody without a household in which nothing is missing. */
export const filledDraft = (more: Partial<DeclarationDraft> = {}): DeclarationDraft => ({
  ...blankDeclaration('r'.repeat(24)),
  savedAt: 1,
  gridId: 'liuxi-3',
  place: '柳溪村三组',
  address: '18 号',
  tenure: 'owner',
  travellers: [person()],
  transport: 'train',
  number: 'G2204',
  arrivalDate: TODAY,
  arrivalTime: '17:30',
  stays: [
    {
      kind: 'division',
      code: '330212',
      name: '浙江省 宁波市 鄞州区',
      from: dayAfter(TODAY, -13),
      to: TODAY,
    },
  ],
  agreed: true,
  signature: 'M10 10L90 40L160 10',
  ...more,
});

export const needs = (household: FormNeeds['household'] = null): FormNeeds => ({
  disease: '新冠肺炎',
  lookBackDays: 14,
  symptoms: ['dryCough', 'other'],
  feverFrom: 37.3,
  household,
});

export const family = (): NonNullable<FormNeeds['household']> => ({
  householdId: 'h1',
  gridId: 'liuxi-3',
  place: '青石镇 柳溪村 三组',
  people: (['李建国', '陈秀兰', '李强'] as const).map((name, index) => ({
    personId: `p${index}`,
    name,
    papersMask: '511***********2428',
    phoneMask: null,
    relation: index === 0 ? 'head' : 'child',
    age: 50,
    sex: 'male',
    isReturning: name === '李强',
  })),
});

export const declaration = (more: Partial<MyDeclaration> = {}): MyDeclaration => ({
  declarationId: 'd1',
  arrivalId: 'a1',
  personId: 'p0',
  name: '周平',
  place: '青石镇 柳溪村 三组',
  status: 'declared',
  waitsFor: 'arrival',
  version: 1,
  arrivesAt: `${TODAY}T17:30:00+08:00`,
  declaredAt: `${TODAY}T08:00:00+08:00`,
  transport: { kind: 'train', number: 'G2204', seat: '', plate: null },
  stays: [
    {
      where: { kind: 'division', code: '330212' },
      place: '浙江省 宁波市 鄞州区',
      from: dayAfter(TODAY, -13),
      to: TODAY,
    },
  ],
  health: { temperature: 36.5, symptoms: [], other: '', contact: 'none' },
  healthCode: 'green',
  test: null,
  photos: { healthCode: null, itinerary: null, test: null },
  decision: {
    measure: 'healthMonitoring',
    days: 14,
    testDays: [7, 14],
    feverClinicFirst: false,
    reasons: ['过去 14 天去过宁波市鄞州区（低风险）'],
    words: '健康监测 14 天',
    rulebook: { version: 0, title: '新冠肺炎防控规则', source: '青石发〔2026〕3 号' },
  },
  isProvisional: true,
  checkedAt: null,
  cancelled: null,
  observationId: null,
  ...more,
});
