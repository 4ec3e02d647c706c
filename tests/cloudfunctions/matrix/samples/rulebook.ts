import { putDeclared } from '../../../support/declarations';
import { newRequestId } from '../../../support/forms';
import {
  foundIn,
  OFFICIAL,
  putAreaInForce,
  putAreaList,
  putProposal,
  rulebookForm,
  todayIn,
} from '../../../support/rules';
import type { Township } from '../../../support/township';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const rulebook: SamplesOf<'rulebook'> = {
  current: () => ({}),
  history: () => ({}),
  version: ({ township }) => ({ version: putProposal(township) }),
  propose: ({ township }) => rulebookForm(township),
  preview: ({ township }) => ({ version: putProposal(township) }),
  decide: ({ township }) => ({ version: putProposal(township), decision: 'reject', reason: '日期不对' }),
  areas: () => ({ words: '武侯', when: 'ever' }),
  areaLists: () => ({}),
  areaList: ({ township }) => ({ listId: putAreaList(township, [areaIn(township)]).list._id }),
  proposeAreas: ({ township }) => ({
    requestId: newRequestId(),
    source: OFFICIAL,
    rows: [areaIn(township)],
  }),
  proposeEnds: ({ township }) => ({
    requestId: newRequestId(),
    source: OFFICIAL,
    areaIds: [putAreaInForce(township, areaIn(township))._id],
    validTo: todayIn(township),
  }),
  areaTemplate: () => ({}),
  importAreas: () => {
    const requestId = newRequestId();
    return {
      requestId,
      source: OFFICIAL,
      fileId: `cloud://cunan.cunan-bucket/area-uploads/${requestId}.xlsx`,
    };
  },
  previewAreas: ({ township }) => ({ listId: putAreaList(township, [areaIn(township)]).list._id }),
  decideAreas: ({ township }) => ({
    listId: putAreaList(township, [areaIn(township)]).list._id,
    decision: 'approve',
  }),
  sweeps: () => ({}),
  foundAgain: (world) => {
    foundAgainIn(world);
    return {};
  },
  settleFound: (world) => ({ ...foundAgainIn(world), decision: 'dismiss', reason: '他没去过那里' }),
  setDivision: () => ({ code: '510722' }),
  tick: () => ({}),
};

/** A county from which nobody of the demo comes: approving it concerns nobody. */
const areaIn = (township: Township) => ({
  code: '659001',
  level: 'medium' as const,
  validFrom: todayIn(township),
  validTo: null,
});

/** The head of the sample's household, found again by a sweep. */
function foundAgainIn({ township, enrolled }: World) {
  const who = { householdId: enrolled.householdId, personId: enrolled.headId };
  const review = foundIn(township);
  const { _id } = putDeclared(township, who, { changes: { status: 'closed', waitsFor: null, review } });
  return { declarationId: _id, foundAt: review.foundAt };
}
