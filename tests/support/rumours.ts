import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { Contracts, InputOf } from '../../cloudfunctions/contracts';
import { type RumourDocument, RUMOURS } from '../../cloudfunctions/rumours/rumour.document';
import { newRequestId } from './forms';
import type { Placed } from './notices';

type Form = InputOf<Contracts['rumours']['report']>;

/** A report in words, heard in a group; change what a test is about. */
export const rumourForm = (changes: Partial<Form> = {}): Form => ({
  requestId: newRequestId(),
  text: '听说喝白酒能杀死病毒',
  heard: 'group',
  group: '柳溪三组乡亲群',
  ...changes,
});

/** A rumour of the village `here` straight in the database; change what a test is about. */
export function putRumour(township: Placed, changes: Partial<RumourDocument> = {}): RumourDocument {
  const { here, town, simulator } = township;
  const _id = `m${newRequestId()}`;
  const at = toTimestamp(chinaTime(simulator.clock.now()));
  const rumour: RumourDocument = {
    _id,
    openid: here.resident,
    householdId: here.householdId,
    gridId: here.team.gridId,
    gridPath: here.team.gridPath,
    pathNames: [town.name, here.name, here.team.name],
    text: '听说喝白酒能杀死病毒',
    picture: null,
    heard: 'group',
    group: '柳溪三组乡亲群',
    groupId: null,
    reportedAt: at,
    told: `${at} ${_id}`,
    order: `${at} ${_id}`,
    status: 'open',
    leadId: _id,
    reports: 1,
    refutationId: null,
    answer: null,
    wakesAt: '',
    toldOf: '',
    version: 1,
    changes: [],
    ...changes,
  };
  simulator.database.insertMany(RUMOURS, [rumour]);
  return rumour;
}
