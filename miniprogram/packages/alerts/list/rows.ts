import type { AlertRow } from '../../../../cloudfunctions/contracts/index';
import { complaintText, standingText, temperatureText } from '../../../shared/alert-words';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

/** An alert as its card shows it. */
export type AlertCard = {
  alertId: string;
  name: string;
  complaint: string;
  temperature: string;
  place: string;
  when: string;
  standing: string;
  status: AlertRow['status'];
  raisedAt: string;
  reportBy: string;
  /** Empty while the town has not been told. */
  reportedAt: string;
};

export const alertCard = (row: AlertRow, now: number): AlertCard => ({
  alertId: row.alertId,
  name: row.name,
  complaint: complaintText(row),
  temperature: temperatureText(row.temperature),
  place: shortPlace(row.place),
  when: `${momentText(row.raisedAt, now)} 上报`,
  standing: standingText(row),
  status: row.status,
  raisedAt: row.raisedAt,
  reportBy: row.reportBy,
  reportedAt: row.reportedAt ?? '',
});
