import { chinaTime, toCalendarDate } from '../../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../../cloudfunctions/observation/observation.document';
import { newRequestId } from '../../../support/forms';
import { putObservation, readingForm } from '../../../support/observations';
import { todayIn } from '../../../support/rules';
import { SECRET, type World } from '../world';
import type { SamplesOf } from './samples-of';

export const observation: SamplesOf<'observation'> = {
  mine: () => ({}),
  report: (world) => readingIn(world),
  reportFor: (world) => ({ ...readingIn(world), means: 'visit' }),
  spotCheck: (world) => readingIn(world),
  selfReport: ({ enrolled }) => ({
    requestId: newRequestId(),
    personId: enrolled.headId,
    temperature: 36.5,
    symptoms: [],
  }),
  today: (world) => {
    observationIn(world);
    return {};
  },
  record: (world) => ({ observationId: observationIn(world)._id }),
  myRecord: (world) => ({ observationId: observationIn(world)._id }),
  openPhone: (world) => ({ observationId: observationIn(world)._id }),
  explainGap: (world) => ({ ...actIn(world), slot: slotIn(world), text: '手机坏了' }),
  recordTest: (world) => ({
    ...actIn(world),
    day: 1,
    date: todayIn(world.township),
    place: '镇卫生院',
    result: 'negative',
  }),
  pause: (world) => ({ ...actIn(world), reason: '住院了' }),
  resume: (world) => actIn(world, { status: 'paused' }),
  move: (world) => ({
    ...actIn(world),
    gridId: world.enrolled.gridId,
    address: SECRET.address,
    reason: '搬到隔壁院子',
  }),
  extend: (world) => ({ ...actIn(world), days: 7, reason: '同住的人确诊' }),
  setResponsible: (world) => ({ ...actIn(world), responsible: [{ role: 'police', name: '周警官' }] }),
  doorNotice: (world) => ({ observationId: observationIn(world)._id }),
  myDoorNotice: (world) => ({ observationId: observationIn(world)._id }),
  tick: () => ({}),
};

/** The head of the household, under observation since this morning, in a town where one can report at any hour. */
const observationIn = (
  { township, enrolled }: World,
  changes: Partial<ObservationDocument> = {},
): ObservationDocument =>
  putObservation(township, enrolled.householdId, {
    person: (people) => people.find(({ personId }) => personId === enrolled.headId)!,
    changes: {
      slotTimes: [
        { half: 'am', opens: '00:00', due: '11:00', closes: '12:00' },
        { half: 'pm', opens: '12:00', due: '23:00', closes: '24:00' },
      ],
      firstSlot: slotIn({ township }),
      ...changes,
    },
  });

/** The half of the day that it is now. */
const slotIn = ({ township }: Pick<World, 'township'>): string => {
  const now = chinaTime(township.simulator.clock.now());
  return `${toCalendarDate(now)}-${now.hour() < 12 ? 'am' : 'pm'}`;
};

const actIn = (world: World, changes: Partial<ObservationDocument> = {}) => ({
  requestId: newRequestId(),
  observationId: observationIn(world, changes)._id,
});

const readingIn = (world: World) => readingForm(observationIn(world), slotIn(world));
