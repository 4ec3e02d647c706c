import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { DeclarationDocument } from '../returns/declaration.document';
import type { Facts } from './rulebook.document';

type Declared = Pick<DeclarationDocument, 'arrivesAt' | 'stays' | 'test' | 'health' | 'healthCode'>;

/** What a declaration tells the classification. The day of arrival is the village's, whatever zone the function runs in. */
export const factsOf = (
  { arrivesAt, stays, test, health, healthCode }: Declared,
  homeCity: string,
): Facts => ({
  arrivalDate: toCalendarDate(chinaTime(arrivesAt)),
  stays,
  tests: test === null ? [] : [test],
  contact: health.contact,
  healthCode,
  temperature: health.temperature,
  symptoms: health.symptoms,
  homeCity,
});
