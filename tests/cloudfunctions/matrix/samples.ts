import type { Contracts, InputOf } from '../../../cloudfunctions/contracts';
import { enrolForm, newPhone, newRequestId } from '../../support/forms';
import type { Township, Village } from '../../support/township';

/** What a name, an address and a number look like that appear nowhere but in the household that a test enrols. */
export const SECRET = {
  name: '端木独一',
  address: '独门独院 777 号',
  idNumber: '65900119850601',
  member: '端木独二',
};

/** A household that waits in a village: its file, and the phone that enrolled it. */
export type Enrolled = {
  householdId: string;
  version: number;
  openid: string;
  headId: string;
  gridId: string;
};

let phones = 0;

/** Enrols a household of its own for a test, so that tests don't step on each other. */
export async function enrolIn(township: Township, village: Village): Promise<Enrolled> {
  phones += 1;
  const openid = `o-test-villager-${phones}`;
  const form = enrolForm(village.team.gridId, { address: SECRET.address });
  const file = await township.as(openid).get('registration', 'enrol', {
    ...form,
    head: { ...form.head, name: SECRET.name },
    members: form.members.map((member) => ({ ...member, name: SECRET.member })),
  });
  return {
    householdId: file.householdId,
    version: file.version,
    openid,
    headId: file.people.find(({ relation }) => relation === 'head')!.personId,
    gridId: village.team.gridId,
  };
}

/** What a sample may speak of: the township, and a household in `here` that nothing has happened to yet. */
export type World = { township: Township; enrolled: Enrolled };

type Samples = {
  [F in keyof Contracts]: { [A in keyof Contracts[F]]: (world: World) => InputOf<Contracts[F][A]> };
};

const changeOf = ({ enrolled }: World) => ({
  requestId: newRequestId(),
  householdId: enrolled.householdId,
  version: enrolled.version,
});
const fileOf = ({ enrolled }: World) => ({
  gridId: enrolled.gridId,
  address: SECRET.address,
  tenure: 'owner' as const,
  people: [
    {
      personId: enrolled.headId,
      name: SECRET.name,
      relation: 'head' as const,
      careCategories: [],
      whereabouts: 'home' as const,
      registeredResidence: '',
    },
  ],
});

/** A valid input for every action, over the household and the grids of the village `here`. */
export const samples: Samples = {
  audit: { seal: () => ({}), check: () => ({ fromSeal: 1 }) },
  home: { today: () => ({}) },
  registration: {
    enrol: ({ enrolled }) => enrolForm(enrolled.gridId),
    myHousehold: () => ({}),
    changeMyHousehold: (world) => ({
      ...fileOf(world),
      requestId: newRequestId(),
      version: world.enrolled.version,
      consent: enrolForm('').consent,
    }),
    queue: () => ({ status: 'submitted' }),
    household: ({ enrolled }) => ({ householdId: enrolled.householdId }),
    openNumber: ({ enrolled }) => ({
      householdId: enrolled.householdId,
      personId: enrolled.headId,
      field: 'papers',
      reason: '上门核对',
    }),
    verify: changeOf,
    returnToHousehold: (world) => ({ ...changeOf(world), reason: '门牌号不对' }),
    correct: (world) => ({ ...fileOf(world), ...changeOf(world), reason: '上门看过' }),
  },
  township: {
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
      knownHouseholds: 20,
    }),
    changeGrid: ({ township }) => ({
      gridId: township.here.team.gridId,
      name: township.here.team.name,
      knownHouseholds: 21,
    }),
    gridDetails: ({ township }) => ({ gridId: township.here.gridId }),
    giveRole: ({ township }) => ({
      gridId: township.here.team.gridId,
      role: 'gridMember',
      name: '钱新来',
      phone: newPhone(),
    }),
    takeRole: ({ township }) => ({ postId: postIn(township, township.here) }),
  },
};

/** An active or waiting post in the village, for taking it away. */
function postIn(township: Township, village: Village): string {
  const posts = township.documents<{ _id: string; gridPath: string[]; role: string }>('posts');
  const post = posts.find(({ gridPath, role }) => gridPath.includes(village.gridId) && role === 'gridMember');
  if (post === undefined) throw new Error('Nobody is left in the village whose role could be taken');
  return post._id;
}
