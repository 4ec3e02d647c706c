import type { RiskAreaView } from '../../../cloudfunctions/contracts/index';
import { dateText } from '../../shared/dates';
import { RISK_LEVELS } from '../../shared/labels';
import { sourceWords } from './rule-words';

export type AreaRow = {
  areaId: string;
  name: string;
  level: string;
  tone: string;
  days: string;
  source: string;
  /** A last day is set already. */
  ended: boolean;
  chosen: boolean;
};

const TONES = { high: 'red', medium: 'amber', key: 'amber' } as const;

export const areaRow = ({
  areaId,
  code,
  name,
  level,
  validFrom,
  validTo,
  source,
}: RiskAreaView): AreaRow => ({
  areaId,
  name: `${name} ${code}`,
  level: RISK_LEVELS[level],
  tone: TONES[level],
  days: validTo === null ? `${dateText(validFrom)}起` : `${dateText(validFrom)} 到 ${dateText(validTo)}`,
  source: sourceWords(source),
  ended: validTo !== null,
  chosen: false,
});
