import type { MissingRow } from '../../../../cloudfunctions/contracts/index';
import type { readCoverage } from '../../../services/gridwork';
import { CARE_CATEGORIES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Answer = Awaited<ReturnType<typeof readCoverage>>;
type Row = { gridId: string; name: string; known: number; missing: number; percent: number };

export type CoverageView = {
  gridId: string;
  place: string;
  known: number;
  missing: number;
  facts: { label: string; value: string }[];
  rows: Row[];
  care: { text: string; people: number }[];
  /** Nothing below it: its doors are knocked on one by one. */
  lowest: boolean;
  /** A team or unit with nothing below it: families register there. */
  takesHouseholds: boolean;
  /** Households that the roll counts and the roster does not name. */
  unnamed: number;
};

export const emptyCoverage: CoverageView = {
  gridId: '',
  place: '',
  known: 0,
  missing: 0,
  facts: [],
  rows: [],
  care: [],
  lowest: false,
  takesHouseholds: false,
  unnamed: 0,
};

export function coverageView({ grid, below, care }: Answer): CoverageView {
  const missing = grid.known - grid.registered;
  return {
    gridId: grid.gridId,
    place: shortPlace(grid.place),
    known: grid.known,
    missing,
    facts: [
      { label: '应登记', value: `${grid.known} 户` },
      { label: '已登记', value: `${grid.registered} 户` },
      { label: '已核实', value: `${grid.verified} 户` },
    ],
    rows: below.map(({ gridId, name, known, registered }) => ({
      gridId,
      name,
      known,
      missing: known - registered,
      percent: known === 0 ? 100 : Math.round((registered / known) * 100),
    })),
    care: care.map(({ category, people }) => ({ text: CARE_CATEGORIES[category], people })),
    lowest: below.length === 0,
    takesHouseholds: below.length === 0 && (grid.level === 'team' || grid.level === 'unit'),
    unnamed: missing - grid.rostered,
  };
}

export type MissingCard = { householdId: string; title: string; place: string; note: string };

export const missingCard = (row: MissingRow): MissingCard => ({
  householdId: row.householdId,
  title: `${row.headName}家`,
  place: `${shortPlace(row.place)} ${row.address}`,
  note: [`${row.peopleCount} 口人`, ...(row.careCount > 0 ? [`${row.careCount} 人要照顾`] : [])].join(' · '),
});
