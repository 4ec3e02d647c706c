import type { SymptomName } from '../../../shared/labels';
import type { Report } from '../../../services/unsent-readings';
import { judge, temperatureOf, wrongTemperature } from '../../../shared/temperature';
import { readingText } from '../../../shared/slot-words';
import { oneLine, wrongWords } from '../../../shared/words';
import type { Sitter } from './sitters';

/** What was pressed for one person. */
export type ReadingForm = {
  requestId: string;
  digits: string;
  chosen: string[];
  none: boolean;
  other: string;
  /** Whether somebody on duty measured at the door or was told on the phone. */
  means: '' | 'visit' | 'phone';
};

export type ReadingErrors = { temperature: string; symptoms: string; other: string; means: string };

export const NO_ERRORS: ReadingErrors = { temperature: '', symptoms: '', other: '', means: '' };

export const blankForm = (requestId: string): ReadingForm => ({
  requestId,
  digits: '',
  chosen: [],
  none: false,
  other: '',
  means: '',
});

/** What is missing or wrong, each beside its question. */
export function wrongReading(form: ReadingForm, sitter: Sitter): ReadingErrors {
  return {
    temperature: wrongTemperature(form.digits),
    symptoms: !form.none && form.chosen.length === 0 ? '没有不舒服，也请按「都没有」' : '',
    other: form.chosen.includes('other') ? wrongWords(form.other, '哪里不舒服', { max: 60 }) : '',
    means: sitter.action === 'reportFor' && form.means === '' ? '请选是上门量的，还是电话里说的' : '',
  };
}

export const isRight = (errors: ReadingErrors): boolean =>
  Object.values(errors).every((error) => error === '');

/** Whether sending it raises an alert, as far as the phone can tell. */
export const isAbnormal = ({ digits, chosen }: ReadingForm, { feverFrom }: Sitter): boolean =>
  judge(digits, feverFrom) === 'high' || chosen.length > 0;

/** The call that a right form makes. */
export function reportOf(form: ReadingForm, sitter: Sitter): Report {
  const { observationId, personId, slot } = sitter;
  const feeling = {
    requestId: form.requestId,
    temperature: temperatureOf(form.digits) ?? 0,
    // The tiles are only ever the profile's symptoms.
    symptoms: form.chosen as SymptomName[],
    other: form.chosen.includes('other') ? oneLine(form.other) : '',
  };
  switch (sitter.action) {
    case 'report':
      return { action: 'report', form: { ...feeling, observationId, slot } };
    case 'reportFor':
      return {
        action: 'reportFor',
        form: { ...feeling, observationId, slot, means: form.means === 'visit' ? 'visit' : 'phone' },
      };
    case 'spotCheck':
      return { action: 'spotCheck', form: { ...feeling, observationId } };
    case 'selfReport':
      return { action: 'selfReport', form: { ...feeling, personId } };
  }
}

/** 陈芳的晚体温 */
export const whatText = ({ name, slot }: Sitter): string =>
  `${name}的${slot === '' ? '体温' : readingText(slot)}`;

/** 提交陈芳的晚体温: the button names whom it is about, so that nobody is mixed up. */
export const submitText = (sitter: Sitter): string =>
  sitter.action === 'spotCheck' ? `记下${sitter.name}的抽查体温` : `提交${whatText(sitter)}`;

/** What happens after it is sent, told before: empty for a normal reading. */
export function consequence(form: ReadingForm, sitter: Sitter): string {
  if (!isAbnormal(form, sitter)) return '';
  return sitter.action === 'report' || sitter.action === 'selfReport'
    ? '提交后，村医马上会给您打电话'
    : '提交后，马上通知村医、网格长和镇里';
}
