import type { Symptom } from '../../../cloudfunctions/contracts/health';
import type { Sitter } from '../../support/observed-crowd';

/** One call that a phone makes for one slot. */
export type Sent = {
  sitter: Sitter;
  /** Which of the crowd. */
  number: number;
  by: 'family' | 'doctor';
  when: 'onTime' | 'late' | 'afterClosing';
  /** Tapped twice. */
  doubled: boolean;
  /** Its answer got lost, so the phone sends it again. */
  again: boolean;
  abnormal: boolean;
  form: {
    requestId: string;
    observationId: string;
    slot: string;
    temperature: number;
    symptoms: Symptom[];
    other: string;
  };
};

const FEVER_FROM = 37.3;

/** What one person does in one slot, by one random number of a million. */
export function behaviourOf(sitter: Sitter, slot: string, chance: number, number: number): Sent[] {
  // Independent digits of the same number, so that one seed replays everything.
  const [how, condition, network] = [
    chance % 100,
    Math.floor(chance / 100) % 100,
    Math.floor(chance / 10_000),
  ];
  const reading = readingBy(condition, chance);
  const call = (by: Sent['by'], when: Sent['when'], temperature = reading.temperature): Sent => ({
    sitter,
    number,
    by,
    when,
    doubled: network < 10,
    again: network >= 10 && network < 20,
    abnormal: temperature >= FEVER_FROM || reading.symptoms.length > 0,
    form: {
      requestId: `${sitter.observationId}-${slot}-${by}-${temperature * 10}`.replace(/[^A-Za-z0-9_-]/g, '-'),
      observationId: sitter.observationId,
      slot,
      ...reading,
      temperature,
    },
  });
  if (how < 8) return [];
  if (how < 11) return [call('family', 'afterClosing')];
  if (how < 22) return [call('family', 'late')];
  if (how < 28) return [call('doctor', 'onTime')];
  // The family and the doctor at the same time, each with a thermometer.
  if (how < 31) return [call('family', 'onTime'), call('doctor', 'onTime', 36.1)];
  // Reported, and hours later the phone sends the same again.
  if (how < 35) {
    const first = call('family', 'onTime');
    return [first, { ...first, when: 'afterClosing' }];
  }
  return [call('family', 'onTime')];
}

function readingBy(
  condition: number,
  chance: number,
): Pick<Sent['form'], 'temperature' | 'symptoms' | 'other'> {
  const normal = Math.round(360 + (chance % 12)) / 10;
  if (condition < 2) return { temperature: Math.round(373 + (chance % 20)) / 10, symptoms: [], other: '' };
  if (condition < 3) return { temperature: normal, symptoms: ['dryCough', 'fatigue'], other: '' };
  if (condition < 4) return { temperature: normal, symptoms: ['other'], other: '牙疼' };
  return { temperature: normal, symptoms: [], other: '' };
}
