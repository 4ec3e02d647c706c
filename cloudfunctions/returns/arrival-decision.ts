import { fitStays } from '../../miniprogram/shared/stays';
import type { Contact, NucleicAcidTest, Stay, Symptom } from '../contracts/health';
import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { readRules } from '../rulebook/rulebook.repository';
import type { DeclarationDocument } from './declaration.document';
import { decided, type Rules, stayFields } from './declaration-file';
import { wrongArrival, wrongStayFields, wrongTest } from './trip-rules';

/** What whoever checks found; what is left out stays as declared. */
export type Found = {
  arrivedAt: string;
  temperature: number;
  symptoms: Symptom[];
  other?: string;
  stays?: Stay[] | undefined;
  test?: NucleicAcidTest | null | undefined;
  healthCode?: DeclarationDocument['healthCode'] | undefined;
  contact?: Contact | undefined;
};

/** The declaration's fields after the check, with the decision of the day of arrival. */
export type Checked = Pick<
  DeclarationDocument,
  | 'arrivesAt'
  | 'queueKey'
  | 'stays'
  | 'stayCodes'
  | 'lastStayDate'
  | 'health'
  | 'healthCode'
  | 'test'
  | 'facts'
  | 'decision'
>;

/** Decides by what was found at the door, under the rules of the day of arrival; throws beside the field what can't be. */
export async function decideOnArrival(
  declaration: DeclarationDocument,
  found: Found,
  context: Context,
): Promise<{ checked: Checked; rules: Rules }> {
  const { now } = context;
  const arrivesAt = toTimestamp(chinaTime(found.arrivedAt));
  const arrivalDate = toCalendarDate(chinaTime(arrivesAt));
  const stays = found.stays ?? fitStays(declaration.stays, arrivalDate);
  const rules = await readRules(context, declaration.gridPath[0] ?? '', { arrivalDate, stays });
  const test = found.test === undefined ? declaration.test : found.test;
  const errors = {
    ...(arrivesAt > toTimestamp(now) && { arrivedAt: '还没到这个时间，人到了再核实' }),
    ...wrongArrival(arrivesAt, now, 'arrivedAt'),
    ...wrongStayFields(stays, {
      arrivesAt,
      lookBackDays: rules.rulebook.profile.lookBackDays,
      path: 'stays',
    }),
    ...wrongTest(test, now, 'test'),
  };
  if (Object.keys(errors).length > 0) throw invalidFields(errors);

  const said = {
    arrivesAt,
    queueKey: `${arrivesAt} ${declaration._id}`,
    ...stayFields(stays),
    health: {
      temperature: found.temperature,
      symptoms: found.symptoms,
      other: found.other ?? '',
      contact: found.contact ?? declaration.health.contact,
    },
    healthCode: found.healthCode ?? declaration.healthCode,
    test,
  };
  return { checked: { ...said, ...decided(said, rules, toTimestamp(now)) }, rules };
}
