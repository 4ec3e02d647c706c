import type { ReleaseRow, ReleaseView } from '../contracts/release';
import type { ObservationDocument } from '../observation/observation.document';
import { dateOfSlot, halfOfSlot } from '../../miniprogram/shared/slots';
import { expectedSlots } from '../observation/slot-record';
import type { Obstacle } from './readiness';
import { countsOf } from './record-counts';
import type { ReleaseDocument } from './release.document';

/** 「青石镇 柳溪村 三组」 */
const placeOf = (pathNames: readonly string[]): string => pathNames.join(' ');

/** The whole record with how far its release has come, as those who take its steps see it: numbers stay masks. */
export function releaseView(
  observation: ObservationDocument,
  release: ReleaseDocument | null,
  { obstacles, mine }: { obstacles: Obstacle[]; mine: ReleaseView['mine'] },
): ReleaseView {
  return {
    observationId: observation._id,
    version: observation.version,
    name: observation.name,
    sex: observation.sex,
    papersMask: observation.papersMask,
    place: placeOf(observation.pathNames),
    measure: observation.measure,
    days: observation.days,
    firstDate: observation.firstDate,
    lastDate: observation.lastDate,
    slots: expectedSlots(observation).map((slot) => slotView(observation, slot)),
    tests: observation.tests.map(({ day, date, done }) => ({ day, date, done })),
    counts: countsOf(observation),
    pauses: observation.pauses.map(({ from, to, reason }) => ({ from, to, reason })),
    extensions: observation.extensions.map(({ days, reason }) => ({ days, reason })),
    obstacles,
    status: release?.status ?? 'none',
    history: (release?.history ?? []).map(({ what, name, role, at, reason }) => ({
      what,
      name,
      role,
      at,
      reason,
    })),
    certificateId: release?.certificateId ?? null,
    mine,
  };
}

function slotView({ slots }: ObservationDocument, slot: string): ReleaseView['slots'][number] {
  const end = slots[slot];
  return {
    date: dateOfSlot(slot),
    half: halfOfSlot(slot),
    state: end?.state ?? null,
    temperature: end?.reading?.temperature ?? null,
    abnormal: end?.reading?.abnormal ?? false,
    explanation: end?.explanation ? { text: end.explanation.text, byName: end.explanation.byName } : null,
  };
}

/** Somebody whose days are over and whom nobody has proposed, or whose proposal came back. */
export const readyRow = (
  observation: ObservationDocument,
  release: ReleaseDocument | undefined,
  obstacles: readonly Obstacle[],
): ReleaseRow => ({
  observationId: observation._id,
  name: observation.name,
  place: placeOf(observation.pathNames),
  measure: observation.measure,
  lastDate: observation.lastDate,
  obstacles: obstacles.map(({ words }) => words),
  returnReason: release?.status === 'returned' ? (release.history.at(-1)?.reason ?? null) : null,
  lastStep: lastStepOf(release),
  certificateId: null,
});

export const releaseRow = (release: ReleaseDocument): ReleaseRow => ({
  observationId: release._id,
  name: release.name,
  place: placeOf(release.pathNames),
  measure: release.measure,
  lastDate: release.lastDate,
  obstacles: [],
  returnReason: null,
  lastStep: lastStepOf(release),
  certificateId: release.certificateId,
});

const lastStepOf = (release: ReleaseDocument | undefined): ReleaseRow['lastStep'] => {
  const last = release?.history.at(-1);
  return last ? { name: last.name, at: last.at } : null;
};
