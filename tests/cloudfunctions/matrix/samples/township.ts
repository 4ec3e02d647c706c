import { newPhone, newRequestId } from '../../../support/forms';
import type { Township, Village } from '../../../support/township';
import type { SamplesOf } from './samples-of';

export const township: SamplesOf<'township'> = {
  grids: () => ({}),
  openOffice: ({ township }) => ({
    code: township.simulator.secrets.CUNAN_FIRST_OFFICER_CODE!,
    townName: '新开镇',
    name: '赵开办',
    phone: newPhone(),
  }),
  signIn: () => ({ phoneCode: 'made-up-code' }),
  addGrid: ({ township }) => ({
    requestId: newRequestId(),
    parentId: township.here.gridId,
    level: 'team',
    name: `新组${newPhone().slice(-6)}`,
    code: `z-${newPhone().slice(-6)}`,
    knownHouseholds: 20,
  }),
  changeGrid: ({ township }) => ({
    gridId: township.here.team.gridId,
    name: township.here.team.name,
    code: 'QS-0101',
    knownHouseholds: 21,
  }),
  // Open already: the others go on living there.
  retireGrid: ({ township }) => ({ gridId: township.here.team.gridId, retired: false }),
  team: ({ township }) => ({ gridId: township.here.team.gridId }),
  teamCode: ({ township }) => ({ gridId: township.here.team.gridId }),
  // Where it stands already: the others go on living there.
  moveGrid: ({ township }) => ({
    requestId: newRequestId(),
    gridId: township.here.team.gridId,
    parentId: township.here.gridId,
  }),
  gridDetails: ({ township }) => ({ gridId: township.here.gridId }),
  giveRole: ({ township }) => ({
    gridId: township.here.team.gridId,
    role: 'gridMember',
    name: '钱新来',
    phone: newPhone(),
  }),
  takeRole: ({ township }) => ({ postId: postIn(township, township.here) }),
};

/** An active or waiting post in the village, for taking it away. */
function postIn(township: Township, village: Village): string {
  const posts = township.documents<{ _id: string; gridPath: string[]; role: string }>('posts');
  const post = posts.find(({ gridPath, role }) => gridPath.includes(village.gridId) && role === 'gridMember');
  if (post === undefined) throw new Error('Nobody is left in the village whose role could be taken');
  return post._id;
}
