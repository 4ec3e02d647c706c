import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { raiseAlert } from '../alerts/raise-alert';
import type { observationContract } from '../contracts/observation';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { invalidFields } from '../kernel/invalid-fields';
import { readFile } from '../registration/registration.repository';
import { readRulebook } from '../rulebook/rulebook.repository';
import { measuredLately } from './measured-at';
import { HEALTH_REPORTS, type HealthReportDocument } from './observation.document';
import { readActiveOf } from './observation.repository';
import { readingOf } from './take-reading';

type Asked = z.output<typeof observationContract.selfReport.input>;
type Answer = z.input<typeof observationContract.selfReport.output>;

/** How somebody of my household feels, told outside of any slot. Whoever is not well gets an alert, under observation or not. */
export async function selfReport(asked: Asked, context: Context): Promise<Answer> {
  const { caller, now } = context;
  const file = await readFile(context, caller.householdId ?? '');
  const person = file.people.find(({ personId }) => personId === asked.personId);
  if (!person) throw invalidFields({ personId: '您家的档案里没有这个人，请重新选择' });
  const { personId } = person;
  context.about({ personId, gridPath: file.gridPath });

  const reports = scoped<HealthReportDocument>(context, HEALTH_REPORTS, 'householdId');
  const _id = `${caller.openid}:${asked.requestId}`;
  const present = await reports.get(_id);
  if (present) return { abnormal: present.reading.abnormal, at: present.at };

  const { profile } = await readRulebook(context, file.gridPath[0] ?? '', toCalendarDate(now));
  const how = caller.personId === personId ? 'self' : 'household';
  const measured = measuredLately(asked.measuredAt, now);
  const reading = readingOf(asked, profile, { how, means: null }, context, measured);
  if (reading.abnormal) {
    const observation = await readActiveOf(context, file._id, personId);
    await raiseAlert(context, {
      alertId: `self:${file._id}:${createHash('sha256').update(_id).digest('base64url').slice(0, 16)}`,
      source: 'selfReport',
      observationId: observation?._id ?? null,
      declarationId: observation?.declarationId ?? null,
      householdId: file._id,
      personId,
      name: person.name,
      phoneMask: person.phoneMask,
      gridId: observation?.gridId ?? file.gridId,
      gridPath: observation?.gridPath ?? file.gridPath,
      pathNames: observation?.pathNames ?? file.pathNames,
      temperature: reading.temperature,
      symptoms: reading.symptoms,
      other: reading.other,
      raisedByName: reading.byName,
      climbAfterMinutes: profile.climbAfterMinutes,
      reportWithinMinutes: profile.reportWithinMinutes,
    });
  }
  await reports.insert({
    _id,
    householdId: file._id,
    personId,
    gridPath: file.gridPath,
    reading,
    at: reading.at,
  });
  return { abnormal: reading.abnormal, at: reading.at };
}
