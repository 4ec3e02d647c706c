import type { DeclarationView } from '../../../../cloudfunctions/contracts/index';
import type { CheckForm } from '../../../services/returns';
import { calendarDate, timeText } from '../../../shared/dates';
import { fitStays, wrongStays } from '../../../shared/stays';
import { judge, temperatureOf } from '../../../shared/temperature';
import { wrongWords } from '../../../shared/words';
import type { ContactName, HealthCodeName, StayDraft, TestResultName } from '../declare/declaration-draft';
import type { SymptomName } from '../../../shared/labels';

/** What is found at the door, as far as it is written. It begins as it was declared. */
export type Found = {
  /** YYYY-MM-DD and 17:08: when they reached the village. */
  date: string;
  time: string;
  digits: string;
  symptoms: SymptomName[];
  /** 都没有 was pressed. */
  none: boolean;
  other: string;
  contact: ContactName;
  healthCode: HealthCodeName;
  tested: 'yes' | 'no';
  testDate: string;
  testResult: TestResultName | '';
  testPlace: string;
  stays: StayDraft[];
};

/** Who came already arrived as told; anybody else arrives now. Temperature and symptoms are asked anew: they are of now. */
export function foundOf(declared: DeclarationView, now: number): Found {
  const moment =
    declared.waitsFor === 'check' && Date.parse(declared.arrivesAt) <= now ? declared.arrivesAt : now;
  const date = calendarDate(moment);
  const { test } = declared;
  return {
    date,
    time: timeText(moment),
    digits: '',
    symptoms: [],
    none: false,
    other: '',
    contact: declared.health.contact,
    healthCode: declared.healthCode,
    tested: test === null ? 'no' : 'yes',
    testDate: test?.date ?? '',
    testResult: test?.result ?? '',
    testPlace: test?.place ?? '',
    stays: fitStays(declared.stays.map(stayDraft), date),
  };
}

const stayDraft = ({ where, from, to, place }: DeclarationView['stays'][number]): StayDraft =>
  where.kind === 'division'
    ? { kind: 'division', code: where.code, name: place, from, to }
    : { kind: 'abroad', code: where.country, name: place, from, to };

export const nobodyFound: Found = {
  date: '',
  time: '',
  digits: '',
  symptoms: [],
  none: false,
  other: '',
  contact: 'none',
  healthCode: 'green',
  tested: 'no',
  testDate: '',
  testResult: '',
  testPlace: '',
  stays: [],
};

export type FoundErrors = Readonly<Record<string, string>>;

/** What is missing or wrong, beside its question; under the cloud's own names. */
export function errorsOf(
  found: Found,
  { feverFrom, lookBackDays, now }: { feverFrom: number; lookBackDays: number; now: number },
): FoundErrors {
  const verdict = judge(found.digits, feverFrom);
  const stays = wrongStays(found.stays, found.date, lookBackDays);
  const errors: Record<string, string> = {
    arrivedAt: Date.parse(arrivedAt(found)) > now ? '还没到这个时间，人到了再核实' : '',
    temperature:
      verdict === 'impossible'
        ? '体温不会是这个数，请再量一次'
        : temperatureOf(found.digits) === null
          ? '请当面量体温，填三位数'
          : '',
    symptoms: found.none || found.symptoms.length > 0 ? '' : '请问一问，没有就按“都没有”',
    other: found.symptoms.includes('other') ? wrongWords(found.other, '哪里不舒服', { max: 60 }) : '',
    'test.date': found.tested === 'yes' && found.testDate === '' ? '请选哪天做的' : '',
    'test.result': found.tested === 'yes' && found.testResult === '' ? '请选检测结果' : '',
    stays,
  };
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== ''));
}

const arrivedAt = ({ date, time }: Found): string => `${date}T${time}:00+08:00`;

/** The facts as the cloud takes them; undefined while temperature and symptoms are not both there. */
export function factsSent(
  found: Found,
): Omit<CheckForm, 'requestId' | 'declarationId' | 'version' | 'responsible'> | undefined {
  const temperature = temperatureOf(found.digits);
  if (temperature === null) return undefined;
  const { testDate: date, testResult: result, testPlace: place } = found;
  return {
    arrivedAt: arrivedAt(found),
    temperature,
    symptoms: found.none ? [] : found.symptoms,
    other: found.symptoms.includes('other') ? found.other : '',
    contact: found.contact,
    healthCode: found.healthCode,
    test: found.tested === 'yes' && result !== '' ? { date, result, place } : null,
    stays: found.stays.map(({ kind, code, from, to }) => ({
      where: kind === 'division' ? { kind, code } : { kind, country: code },
      from,
      to,
    })),
  };
}
