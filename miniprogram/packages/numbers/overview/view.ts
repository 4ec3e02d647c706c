import type { Figure, Figures } from '../../../../cloudfunctions/contracts/index';
import type { readDays, readNumbers, readOrigins } from '../../../services/numbers';
import { MEASURES, type MeasureName } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Numbers = Awaited<ReturnType<typeof readNumbers>>;
type Day = Awaited<ReturnType<typeof readDays>>['days'][number];
type Origin = Awaited<ReturnType<typeof readOrigins>>['origins'][number];

export type Line = {
  key: string;
  label: string;
  note: string;
  count: number;
  /** Red for illness, amber for what is late; only where there is any. */
  tone: '' | 'red' | 'amber';
  figure: Figure;
  measure: MeasureName | '';
};
export type Below = { gridId: string; name: string; facts: string; alerts: number; missing: number };

export type NumbersView = {
  gridId: string;
  place: string;
  groups: { title: string; lines: Line[] }[];
  below: Below[];
};
export const emptyNumbers: NumbersView = { gridId: '', place: '', groups: [], below: [] };

const MEASURE_NAMES = (Object.keys(MEASURES) as MeasureName[]).reverse();

export const numbersView = ({ grid, total, below }: Numbers): NumbersView => ({
  gridId: grid.gridId,
  place: shortPlace(grid.place),
  groups: [
    {
      title: '来返的人',
      lines: [
        line('expected', '要来的', '申报了，还没到', total.expected),
        line('arrived', '到了的', '上门核实过，一共', total.arrived),
        line('released', '解除了的', '观察期满，一共', total.released),
      ],
    },
    {
      title: '现在管着的',
      lines: MEASURE_NAMES.map((measure) => ({
        ...line(
          'measure',
          MEASURES[measure],
          measure === 'freeMovement' ? '不用观察，一共' : '',
          total.measures[measure],
        ),
        key: measure,
        measure,
      })),
    },
    {
      title: '体温和异常',
      lines: [
        {
          ...line('missing', '没报体温', '到时间了，还没报', total.missing),
          tone: total.missing > 0 ? 'amber' : '',
        },
        line('in', '报齐了', '现在不欠体温', total.in),
        { ...line('alerts', '没办结的异常', '', total.alerts), tone: total.alerts > 0 ? 'red' : '' },
      ],
    },
  ],
  below: below.map(belowRow),
});

const line = (figure: Figure, label: string, note: string, count: number): Line => ({
  key: figure,
  label,
  note,
  count,
  tone: '',
  figure,
  measure: '',
});

/** Under a measure that keeps somebody: free movement is nobody's work. */
export const watched = ({ measures }: Pick<Figures, 'measures'>): number =>
  measures.healthMonitoring +
  measures.homeObservation +
  measures.temporaryIsolation +
  measures.centralQuarantine;

const belowRow = (row: Numbers['below'][number]): Below => ({
  gridId: row.gridId,
  name: row.name,
  facts: `要来 ${row.expected} 人 · 在管 ${watched(row)} 人 · 解除 ${row.released} 人`,
  alerts: row.alerts,
  missing: row.missing,
});

export type OriginRow = { name: string; people: number; measures: { name: string; people: number }[] };

/** A row of the table: only the measures that somebody is under. */
export const originRows = (origins: readonly Origin[]): OriginRow[] =>
  origins.map(({ name, people, measures }) => ({
    name,
    people,
    measures: MEASURE_NAMES.filter((measure) => measures[measure] > 0).map((measure) => ({
      name: MEASURES[measure],
      people: measures[measure],
    })),
  }));

export const CHARTS = [
  { value: 'arrived', text: '到村' },
  { value: 'expected', text: '申报' },
  { value: 'alerts', text: '异常' },
  { value: 'released', text: '解除' },
] as const;
export type ChartName = (typeof CHARTS)[number]['value'];

export type Column = { date: string; count: number; percent: number; label: string };

/** Fourteen columns, the highest filling the height; every other one carries its day, so that large text fits. */
export function columns(days: readonly Day[], chart: ChartName): Column[] {
  const highest = Math.max(1, ...days.map((day) => day[chart]));
  return days.map((day, i) => ({
    date: day.date,
    count: day[chart],
    percent: Math.round((day[chart] / highest) * 100),
    label: (days.length - 1 - i) % 3 === 0 ? `${Number(day.date.slice(8))}日` : '',
  }));
}
