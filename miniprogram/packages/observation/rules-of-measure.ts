import type { MeasureName } from '../../shared/labels';
import { isReadElsewhere, READ_ELSEWHERE } from '../../shared/read-elsewhere';
import { temperatureText } from '../../shared/temperature';

const REPORT = '早晚各报一次体温';
const UNWELL = (feverFrom: number) =>
  `体温到 ${temperatureText(feverFrom)} 或者不舒服，马上报，等村医安排，不要自己坐车去看病`;

/** What somebody under a measure does and leaves, in plain words: for the family's page and for the notice on the door. */
export function rulesOf(measure: MeasureName, feverFrom: number): string[] {
  const unwell = UNWELL(feverFrom);
  if (measure === 'freeMovement') return ['可以正常出门', unwell];
  if (measure === 'healthMonitoring') return ['可以出门，不聚会、不聚餐', '出门戴好口罩', REPORT, unwell];
  if (isReadElsewhere(measure)) return ['住在集中隔离点，听那里的安排', READ_ELSEWHERE];
  return [
    '待在家里，不出门',
    '不让别人来家里，东西放在门口',
    '单独住一间，开窗通风，和家里人分开吃饭',
    REPORT,
    unwell,
  ];
}
