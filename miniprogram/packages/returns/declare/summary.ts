import { dayText, weekdayText } from '../../../shared/dates';
import { CONTACTS, HEALTH_CODES, SYMPTOMS, TEST_RESULTS } from '../../../shared/labels';
import { TRANSPORTS, type DeclarationDraft, type TravellerDraft } from './declaration-draft';
import type { StepName } from './steps';

/** What one step says, in short. */
export type SummaryCard = { step: StepName; title: string; lines: string[] };

const said = (parts: readonly string[], between = '，'): string =>
  parts.filter((part) => part !== '').join(between);

function healthLine(person: TravellerDraft): string {
  const felt = person.symptoms.map((symptom) => (symptom === 'other' ? person.other : SYMPTOMS[symptom]));
  const test =
    person.tested === 'yes' && person.testResult !== ''
      ? `${dayText(person.testDate)} 核酸${TEST_RESULTS[person.testResult]}`
      : '没做核酸';
  const photos = Object.values(person.photos).filter((photo) => photo !== '').length;
  return `${person.name}：${said([
    person.temperature === '' ? '没量体温' : `${person.temperature}℃`,
    felt.length === 0 ? '没有不舒服' : felt.join('、'),
    person.contact === '' || person.contact === 'none' ? '' : CONTACTS[person.contact],
    person.healthCode === '' ? '' : HEALTH_CODES[person.healthCode],
    test,
    photos === 0 ? '' : `${photos} 张截图`,
  ])}`;
}

const CARDS: Readonly<
  Record<Exclude<StepName, 'sign' | 'review'>, (draft: DeclarationDraft) => SummaryCard>
> = {
  who: ({ travellers, place, address, gridId, householdName }) => ({
    step: 'who',
    title: `${travellers.length} 个人回来`,
    lines: [
      travellers.map(({ name }) => name).join('、'),
      ...(gridId === '' ? [] : [`住${place} ${address}`]),
      ...(householdName === '' ? [] : [`回${householdName}家`]),
    ],
  }),
  trip: ({ transport, number, seat, plate, arrivalDate, arrivalTime }) => ({
    step: 'trip',
    title: '怎么来',
    lines: [
      said([transport === '' ? '' : TRANSPORTS[transport], number, seat, plate], ' '),
      `${dayText(arrivalDate)} ${weekdayText(arrivalDate)} ${arrivalTime} 到家`,
    ],
  }),
  stays: ({ stays }) => ({
    step: 'stays',
    title: '住过的地方',
    lines: stays.map(({ name, from, to }) => `${dayText(from)} 到 ${dayText(to)} ${name}`),
  }),
  health: ({ travellers }) => ({ step: 'health', title: '健康情况', lines: travellers.map(healthLine) }),
};

/** Everything that was answered, a card a step. */
export const summaryOf = (draft: DeclarationDraft, steps: readonly StepName[]): SummaryCard[] =>
  steps.flatMap((step) => (step === 'sign' || step === 'review' ? [] : [CARDS[step](draft)]));
