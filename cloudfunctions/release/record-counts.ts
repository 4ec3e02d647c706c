import type { ObservationDocument } from '../observation/observation.document';
import type { CertificateDocument } from './certificate.document';

/** What a record comes to: the three figures of a certificate. */
export function countsOf({
  slots,
  spotChecks,
  tests,
}: Pick<ObservationDocument, 'slots' | 'spotChecks' | 'tests'>): CertificateDocument['counts'] {
  const readings = Object.values(slots).flatMap(({ reading }) => reading ?? []);
  return {
    normalTemperatures: readings.filter(({ abnormal }) => !abnormal).length,
    negativeTests: tests.filter(({ done }) => done?.result === 'negative').length,
    abnormal: [...readings, ...spotChecks].filter(({ abnormal }) => abnormal).length,
  };
}
