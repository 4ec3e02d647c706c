import type { RulebookView } from '../../../../cloudfunctions/contracts/index';
import type { NewRulebook } from '../../../services/rulebook';
import type { Errors } from '../../../shared/form-errors';
import { MEASURES, options, SYMPTOM_TERMS, type MeasureName } from '../../../shared/labels';

type Row = NewRulebook['classification'][number];

/** One row of the table, as it is written: numbers as they stand in their boxes. */
export type RowForm = {
  id: string;
  when: string;
  measure: MeasureName;
  days: string;
  testDays: string;
  /** What follows a negative test; for 临时隔离 only. */
  after: { measure: MeasureName; days: string; testDays: string };
  words: string;
  open: boolean;
};

export type Form = {
  title: string;
  organisation: string;
  documentNumber: string;
  sourceDate: string;
  validFrom: string;
  feverFrom: string;
  lookBackDays: string;
  incubationDays: string;
  symptoms: string[];
  firstDayAfterArrival: string;
  escalateAfterMissed: string;
  reportWithinMinutes: string;
  climbAfterMinutes: string;
  slots: { half: 'am' | 'pm'; name: string; opens: string; due: string; closes: string }[];
  rows: RowForm[];
};

export const MEASURE_OPTIONS = options(MEASURES);
export const AFTER_OPTIONS = MEASURE_OPTIONS.filter(
  ({ value }) => value === 'homeObservation' || value === 'healthMonitoring',
);
export const SYMPTOM_OPTIONS = options(SYMPTOM_TERMS);
export const FIRST_DAYS = [
  { value: '0', text: '到达当天' },
  { value: '1', text: '到达第二天' },
];

const HALVES = { am: '早上', pm: '晚上' } as const;
const FOLLOWING = { measure: 'homeObservation' as MeasureName, days: 14, testDays: [1, 7, 14] };
const list = (days: readonly number[]): string => days.join('、');

/** The form with a version's answers in it; what is new about it is left to write. */
export function formOf(rulebook: RulebookView, today: string): Form {
  const { profile, schedule } = rulebook;
  return {
    title: rulebook.version === 0 ? `${profile.name}防控规则` : rulebook.title,
    organisation: '',
    documentNumber: '',
    sourceDate: today,
    validFrom: today,
    feverFrom: profile.feverFrom.toFixed(1),
    lookBackDays: String(profile.lookBackDays),
    incubationDays: String(profile.incubationDays),
    symptoms: [...profile.symptoms],
    firstDayAfterArrival: String(schedule.firstDayAfterArrival),
    escalateAfterMissed: String(schedule.escalateAfterMissed),
    reportWithinMinutes: String(profile.reportWithinMinutes),
    climbAfterMinutes: String(profile.climbAfterMinutes),
    slots: schedule.slots.map((slot) => ({ ...slot, name: HALVES[slot.half] })),
    rows: rulebook.classification.map(
      ({ id, sentence, measure, days, testDays, afterNegativeTest = FOLLOWING, words }): RowForm => ({
        id,
        when: sentence.when,
        measure,
        days: String(days),
        testDays: list(testDays),
        after: {
          measure: afterNegativeTest.measure,
          days: String(afterNegativeTest.days),
          testDays: list(afterNegativeTest.testDays),
        },
        words,
        open: false,
      }),
    ),
  };
}

/** A number that was written; NaN for anything else, which the cloud then refuses beside its field. */
const number = (text: string): number => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : NaN);
const numbers = (text: string): number[] =>
  text
    .split(/[、,，\s]+/)
    .filter((part) => part !== '')
    .map(number);

/** What the cloud is asked to propose: the version that it began from, with what was written. */
export function proposalOf(form: Form, rulebook: RulebookView, requestId: string): NewRulebook {
  return {
    requestId,
    title: form.title,
    source: {
      organisation: form.organisation,
      documentNumber: form.documentNumber,
      date: form.sourceDate,
    },
    validFrom: form.validFrom,
    profile: {
      ...rulebook.profile,
      feverFrom: number(form.feverFrom),
      lookBackDays: number(form.lookBackDays),
      incubationDays: number(form.incubationDays),
      symptoms: form.symptoms as NewRulebook['profile']['symptoms'],
      reportWithinMinutes: number(form.reportWithinMinutes),
      climbAfterMinutes: number(form.climbAfterMinutes),
    },
    classification: rulebook.classification.map((before, i) => rowOf(before, form.rows[i])),
    schedule: {
      firstDayAfterArrival: number(form.firstDayAfterArrival),
      slots: form.slots.map(({ half, opens, due, closes }) => ({ half, opens, due, closes })),
      escalateAfterMissed: number(form.escalateAfterMissed),
    },
  };
}

function rowOf(before: Row, written: RowForm | undefined): Row {
  if (written === undefined) return before;
  const { measure, days, testDays, after, words } = written;
  return {
    id: before.id,
    when: before.when,
    ...(before.feverClinicFirst !== undefined && { feverClinicFirst: before.feverClinicFirst }),
    measure,
    days: measure === 'freeMovement' ? 0 : number(days),
    testDays: measure === 'freeMovement' ? [] : numbers(testDays),
    words,
    ...(measure === 'temporaryIsolation' && {
      afterNegativeTest: {
        measure: after.measure,
        days: number(after.days),
        testDays: numbers(after.testDays),
      },
    }),
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  'source.organisation': 'organisation',
  'source.documentNumber': 'documentNumber',
  'source.date': 'sourceDate',
  'schedule.escalateAfterMissed': 'escalateAfterMissed',
  'schedule.firstDayAfterArrival': 'firstDayAfterArrival',
};

/** The cloud's complaints, by the names that the page's boxes have: `rows.3.days`, `slots.0.due`. */
export function errorsOf(fields: Readonly<Record<string, string>>): Errors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [
      FIELDS[path] ??
        path
          .replace(/^classification\.(\d+)\.afterNegativeTest/, 'rows.$1.after')
          .replace(/^classification\./, 'rows.')
          .replace(/^schedule\.slots\./, 'slots.')
          .replace(/^profile\./, '')
          .replace(/\.testDays\.\d+$/, '.testDays'),
      message,
    ]),
  );
}

/** Rows with something wrong in them are opened, or nobody would find it. */
export const wrongRows = (errors: Errors): number[] => [
  ...new Set(
    Object.keys(errors).flatMap((path) => {
      const [, index] = /^rows\.(\d+)/.exec(path) ?? [];
      return index === undefined ? [] : [Number(index)];
    }),
  ),
];
