import type { MeasureName } from './labels';

/** Somebody in central quarantine is read and tested there: the village holds the days and the release, and asks for nothing. */
export const isReadElsewhere = (measure: MeasureName): boolean => measure === 'centralQuarantine';

export const READ_ELSEWHERE = '由集中隔离点管，村里不用报体温';
