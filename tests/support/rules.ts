import type { AreaListDocument } from '../../cloudfunctions/rulebook/area-list.document';
import { newAdditions } from '../../cloudfunctions/rulebook/new-list';
import { chinaTime, toCalendarDate, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type {
  RiskArea,
  RiskAreaDocument,
  RulebookDocument,
} from '../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED_COVID19 } from '../../cloudfunctions/rulebook/shipped';
import type { Contracts, InputOf } from '../../cloudfunctions/contracts';
import type { DeclarationDocument } from '../../cloudfunctions/returns/declaration.document';
import { DECISION } from './finished-observations';
import { newRequestId } from './forms';
import type { Township } from './township';

export type RulebookInput = InputOf<Contracts['rulebook']['propose']>;
type Where = Pick<Township, 'simulator' | 'town' | 'documents'>;

export const OFFICIAL = {
  organisation: '青石县疫情防控指挥部',
  documentNumber: '青防控〔2026〕12号',
  date: '2026-11-20',
};

export const todayIn = ({ simulator }: Pick<Township, 'simulator'>): string =>
  toCalendarDate(chinaTime(simulator.clock.now()));

/** The shipped rules as a form that proposes them from today on; change what the test is about. */
export const rulebookForm = (
  where: Pick<Township, 'simulator'>,
  changes: Partial<RulebookInput> = {},
): RulebookInput => {
  const { profile, classification, schedule } = structuredClone(SHIPPED_COVID19);
  return {
    requestId: newRequestId(),
    title: '冬季防控规则',
    source: OFFICIAL,
    validFrom: todayIn(where),
    profile,
    classification,
    schedule,
    ...changes,
  };
};

/** Versions of the tests count down from here, and those of the functions up: the two never meet. */
let versions = 90_001;

/** A proposal of somebody else's, straight in the database; answers its version. */
export function putProposal(where: Where, changes: Partial<RulebookDocument> = {}): number {
  versions -= 1;
  const proposal: RulebookDocument = {
    ...structuredClone(SHIPPED_COVID19),
    _id: `${where.town.gridId}:${versions}`,
    version: versions,
    gridPath: [where.town.gridId],
    validFrom: todayIn(where),
    status: 'proposed',
    ...proposed(where),
    requestId: newRequestId(),
    ...changes,
  };
  where.simulator.database.insertMany('rulebooks', [proposal]);
  return versions;
}

const proposed = ({ simulator }: Pick<Township, 'simulator'>) => ({
  proposedBy: 'o-test-proposer',
  proposedByName: '钱提议',
  proposedAt: toTimestamp(chinaTime(simulator.clock.now())),
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  reason: '',
});

type MadeList = { list: AreaListDocument; areas: RiskAreaDocument[] };

function newAdditionsIn({ simulator, town }: Where, rows: readonly RiskArea[]): MadeList {
  const caller = { openid: 'o-test-proposer', name: '钱提议', householdId: null, personId: null, posts: [] };
  return newAdditions({ townId: town.gridId, requestId: newRequestId(), source: OFFICIAL }, rows, {
    caller,
    now: chinaTime(simulator.clock.now()),
  });
}

/** A list of areas that somebody else proposed, straight in the database. */
export function putAreaList(where: Where, rows: readonly RiskArea[]): MadeList {
  const made = newAdditionsIn(where, rows);
  where.simulator.database.insertMany('risk_areas', made.areas);
  where.simulator.database.insertMany('area_lists', [made.list]);
  return made;
}

/** An area in force, straight in the database. */
export function putAreaInForce(where: Where, area: RiskArea): RiskAreaDocument {
  const { list, areas } = newAdditionsIn(where, [area]);
  const [made] = areas.map((one): RiskAreaDocument => ({ ...one, status: 'approved' }));
  where.simulator.database.insertMany('risk_areas', [made!]);
  where.simulator.database.insertMany('area_lists', [{ ...list, status: 'approved' }]);
  return made!;
}

/** A finding about somebody, as a sweep writes it. */
export const foundIn = ({
  simulator,
}: Pick<Township, 'simulator'>): NonNullable<DeclarationDocument['review']> => ({
  sweepId: 'test:sweep',
  decision: DECISION,
  because: '新增风险区域：四川省成都市武侯区',
  foundAt: toTimestamp(chinaTime(simulator.clock.now())),
  status: 'waiting',
  settled: null,
});
