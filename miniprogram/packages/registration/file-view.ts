import type { HouseholdView } from '../../../cloudfunctions/contracts/index';
import { momentText } from '../../shared/dates';
import { STATUSES, TENURES, type StatusName } from '../../shared/labels';
import { shortPlace } from '../../shared/places';
import { rowsOfFile, type PersonRow } from './person-rows';

/** A household's file as its pages show it. */
export type FileView = {
  householdId: string;
  version: number;
  status: StatusName;
  statusText: string;
  /** 今天 17:08 交的, or 3月12日 9:30 核实的 */
  when: string;
  place: string;
  address: string;
  tenure: string;
  returnReason: string;
  /** 从柳溪村三组转来: handed over, and why. Empty when it was not. */
  handedOver: string;
  handOverReason: string;
  rows: PersonRow[];
};

export const fileView = (file: HouseholdView, now: number): FileView => ({
  householdId: file.householdId,
  version: file.version,
  status: file.status,
  statusText: STATUSES[file.status],
  when:
    file.status === 'verified' && file.verifiedAt !== null
      ? `${momentText(file.verifiedAt, now)} 核实的`
      : file.status === 'rostered'
        ? '只在名册上，要上门登记'
        : `${momentText(file.submittedAt, now)} 交的`,
  place: shortPlace(file.place),
  address: file.address,
  tenure: TENURES[file.tenure],
  returnReason: file.status === 'returned' ? (file.returnReason ?? '') : '',
  handedOver: file.handedOver === null ? '' : `从${shortPlace(file.handedOver.from)}转来，要重新核实`,
  handOverReason: file.handedOver?.reason ?? '',
  rows: rowsOfFile(file.people),
});

export const emptyFile: FileView = {
  householdId: '',
  version: 0,
  status: 'submitted',
  statusText: '',
  when: '',
  place: '',
  address: '',
  tenure: '',
  returnReason: '',
  handedOver: '',
  handOverReason: '',
  rows: [],
};
