import { readRecord, type Mine } from '../../../services/observation';
import { observedHousehold } from '../../../services/observed-household';
import { isOnDuty, type Mode } from './modes';
import { anybodyOf, proxySitter, sittersOf, spotSitter, type Sitter } from './sitters';

export type Found = {
  mode: Mode;
  sitters: Sitter[];
  /** The members could not be asked for: as the phone remembers them. */
  stale: boolean;
  reminder: Mine['reminder'];
};

/** Whose temperature the page takes. A household in which nobody is under observation may still tell who isn't well. */
export async function findSitters(asked: Mode, observationId: string, now: number): Promise<Found> {
  if (isOnDuty(asked)) {
    const record = await readRecord(observationId);
    const sitter = asked === 'spot' ? spotSitter(record) : proxySitter(record, now);
    return { mode: asked, sitters: [sitter], stale: false, reminder: null };
  }
  const { mine, fresh } = await observedHousehold();
  const observed = sittersOf(mine, now);
  const mode = observed.length === 0 ? 'anybody' : asked;
  const sitters = mode === 'anybody' ? anybodyOf(mine, now) : observed;
  return { mode, sitters, stale: !fresh, reminder: mine.reminder };
}
