import type { Contracts, InputOf } from '../../../cloudfunctions/contracts';
import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import { type ClaimDocument, claimIdOf } from '../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import {
  type InvitationDocument,
  newInvitationCode,
} from '../../../cloudfunctions/registration/invitation.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { chinaTime, toCalendarDate, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { judged, putAlert, taken } from '../../support/alerts';
import { declareForm, knownTraveller, putDeclared, tripOf, WELL } from '../../support/declarations';
import { readingForm, putObservation } from '../../support/observations';
import { enrolForm, newPhone, newRequestId } from '../../support/forms';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { digestOf, publishedRows } from '../../../cloudfunctions/release/published-rows';
import { putFinishedObservation } from '../../support/finished-observations';
import { putCertificate, putPublication, putRelease } from '../../support/releases';
import {
  foundIn,
  OFFICIAL,
  putAreaInForce,
  putAreaList,
  putProposal,
  rulebookForm,
  todayIn,
} from '../../support/rules';
import type { Township, Village } from '../../support/township';
import { entryIn, listIn, SOURCE } from '../../support/pushed-lists';
import { rosterJobIn } from './roster-job';

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
  /** The grandchild's, sister's, child's: whoever is second in the form. */
  memberId: string;
  /** What somebody would have to know to claim it. */
  headNumber: string;
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
    memberId: file.people.find(({ relation }) => relation !== 'head')!.personId,
    headNumber: form.head.papers.number,
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

const whoIs = ({ enrolled }: World) => ({
  name: SECRET.name,
  papers: { type: 'residentId' as const, number: enrolled.headNumber },
});

/** A valid input for every action, over the household and the grids of the village `here`. */
export const samples: Samples = {
  alerts: {
    list: (world) => {
      alertIn(world);
      return { tab: 'all' };
    },
    show: (world) => ({ alertId: alertIn(world) }),
    phone: (world) => ({ alertId: alertIn(world), whose: 'head' }),
    acknowledge: (world) => ({ alertId: alertIn(world) }),
    assess: (world) => ({
      requestId: newRequestId(),
      alertId: alertIn(world, taken),
      version: 1,
      finding: 'keepWatching',
      temperature: 36.9,
      words: '再量过，精神还好',
    }),
    refer: (world) => ({
      requestId: newRequestId(),
      alertId: alertIn(world, judged('suspected')),
      version: 1,
      hospital: '县医院发热门诊',
      transport: '救护车',
      escort: '村医护送',
      leavesAt: toTimestamp(chinaTime(world.township.simulator.clock.now())),
    }),
    reportUp: (world) => ({ alertId: alertIn(world, taken) }),
    close: (world) => ({
      requestId: newRequestId(),
      alertId: alertIn(world, judged('normalOnRecheck')),
      version: 1,
      outcome: 'excluded',
      words: '再量三次都正常',
    }),
    mine: (world) => {
      alertIn(world);
      return {};
    },
    clinics: () => ({}),
    setClinics: () => ({ clinics: ['县人民医院发热门诊'] }),
    climb: () => ({}),
  },
  audit: { seal: () => ({}), check: () => ({ fromSeal: 1 }) },
  divisions: { all: () => ({}) },
  gridwork: {
    search: () => ({ words: SECRET.name }),
    coverage: ({ township }) => ({ gridId: township.here.gridId }),
    missing: ({ township }) => ({ gridId: township.here.gridId }),
    planVisit: ({ township, enrolled }) => ({
      householdId: enrolled.householdId,
      date: toCalendarDate(chinaTime(township.simulator.clock.now())),
      purpose: '帮老人登记',
    }),
    visits: () => ({}),
    closeVisit: ({ enrolled }) => ({ householdId: enrolled.householdId, date: '2026-01-01', result: 'done' }),
    // Both are refused for whoever reaches the file: nothing of it stands elsewhere.
    merge: (world) => ({
      requestId: newRequestId(),
      keep: { householdId: world.enrolled.householdId, version: world.enrolled.version },
      drop: { householdId: world.enrolled.householdId, version: world.enrolled.version },
      reason: '登记了两次',
    }),
    takeOffDuplicate: (world) => ({
      ...changeOf(world),
      personId: world.enrolled.headId,
      livesIn: world.enrolled.householdId,
      reason: '住在别家',
    }),
  },
  home: { today: () => ({}) },
  numbers: {
    show: ({ township }) => ({ gridId: township.here.gridId }),
    origins: ({ township }) => ({ gridId: township.here.gridId }),
    days: ({ township }) => ({ gridId: township.here.gridId }),
    rows: (world) => {
      alertIn(world);
      return { gridId: world.township.here.gridId, figure: 'alerts' };
    },
  },
  observation: {
    mine: () => ({}),
    report: (world) => readingIn(world),
    reportFor: (world) => ({ ...readingIn(world), means: 'visit' }),
    spotCheck: (world) => readingIn(world),
    selfReport: ({ enrolled }) => ({
      requestId: newRequestId(),
      personId: enrolled.headId,
      temperature: 36.5,
      symptoms: [],
    }),
    keepReminders: () => ({ accepted: 1 }),
    today: (world) => {
      observationIn(world);
      return {};
    },
    record: (world) => ({ observationId: observationIn(world)._id }),
    myRecord: (world) => ({ observationId: observationIn(world)._id }),
    openPhone: (world) => ({ observationId: observationIn(world)._id }),
    explainGap: (world) => ({ ...actIn(world), slot: slotIn(world), text: '手机坏了' }),
    recordTest: (world) => ({
      ...actIn(world),
      day: 1,
      date: toCalendarDate(chinaTime(world.township.simulator.clock.now())),
      place: '镇卫生院',
      result: 'negative',
    }),
    pause: (world) => ({ ...actIn(world), reason: '住院了' }),
    resume: (world) => actIn(world, { status: 'paused' }),
    move: (world) => ({
      ...actIn(world),
      gridId: world.enrolled.gridId,
      address: SECRET.address,
      reason: '搬到隔壁院子',
    }),
    extend: (world) => ({ ...actIn(world), days: 7, reason: '同住的人确诊' }),
    setResponsible: (world) => ({ ...actIn(world), responsible: [{ role: 'police', name: '周警官' }] }),
    doorNotice: (world) => ({ observationId: observationIn(world)._id }),
    myDoorNotice: (world) => ({ observationId: observationIn(world)._id }),
    tick: () => ({}),
  },
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
    findHousehold: (world) => whoIs(world),
    claim: (world) => ({
      ...whoIs(world),
      requestId: newRequestId(),
      phone: newPhone(),
      consent: enrolForm('').consent,
    }),
    withdrawClaim: () => ({}),
    claims: () => ({}),
    decideClaim: (world) => ({ claimId: claimOn(world), decision: 'confirm' }),
    decideClaimOnMyHousehold: (world) => ({ claimId: claimOn(world), decision: 'confirm' }),
    phones: () => ({}),
    invite: ({ enrolled }) => ({ personId: enrolled.memberId }),
    enrolFor: ({ enrolled }) => {
      const form = enrolForm(enrolled.gridId);
      return { ...form, consent: { ...form.consent, told: true } };
    },
    changeHead: (world) => ({
      ...changeOf(world),
      reason: '户主年纪大了',
      headId: world.enrolled.memberId,
      relations: [{ personId: world.enrolled.headId, relation: 'parent' }],
    }),
    handOver: (world) => ({
      ...changeOf(world),
      reason: '搬到那边了',
      gridId: world.township.there.team.gridId,
    }),
    moveOut: (world) => ({ ...changeOf(world), reason: '搬到县城去了' }),
    deleteAccount: () => ({ understood: true }),
    trail: () => ({}),
    join: (world) => ({ code: invitationTo(world), consent: { version: CONSENT_VERSION } }),
  },
  pushedlist: {
    template: () => ({}),
    stage: ({ township }) => {
      const requestId = newRequestId();
      return {
        requestId,
        fileId: `cloud://cunan.cunan-bucket/pushed-lists/${requestId}.xlsx`,
        fileName: '推送名单',
        title: '11月20日推送',
        source: SOURCE,
        deadline: toTimestamp(chinaTime(township.simulator.clock.now() + 3_600_000)),
        triesNeeded: 3,
      };
    },
    check: ({ township }) => ({ listId: listIn(township, township.here) }),
    apply: ({ township }) => ({ listId: listIn(township, township.here) }),
    discard: ({ township }) => ({ listId: listIn(township, township.here) }),
    faults: ({ township }) => ({ listId: listIn(township, township.here), after: 0 }),
    lists: () => ({}),
    entries: () => ({ state: 'open' }),
    entry: ({ township }) => ({ entryId: entryIn(township, township.here) }),
    openPhone: ({ township }) => ({ entryId: entryIn(township, township.here), reason: '联系返乡的人' }),
    recordTry: ({ township }) => ({ ...searchFor(township), how: 'phone', words: '没有人接' }),
    end: ({ township }) => ({ ...searchFor(township), outcome: 'elsewhere', words: '人在成都' }),
    // Nobody's search has ended: who reaches it is told so.
    reopen: ({ township }) => ({ ...searchFor(township), reason: '他回来了' }),
    assign: ({ township }) => ({ ...searchFor(township), gridId: township.here.team.gridId }),
    tick: () => ({}),
  },
  release: {
    ready: () => ({}),
    queue: () => ({ step: 'check' }),
    show: ({ township, enrolled }) => ({
      observationId: putFinishedObservation(township, enrolled.householdId)._id,
    }),
    propose: ({ township, enrolled }) => attested(putFinishedObservation(township, enrolled.householdId)),
    check: ({ township, enrolled }) => attested(putRelease(township, enrolled.householdId, 'proposed')),
    approve: ({ township, enrolled }) => attested(putRelease(township, enrolled.householdId, 'checked')),
    sendBack: ({ township, enrolled }) => ({
      ...attested(putRelease(township, enrolled.householdId, 'checked')),
      reason: '记录不全',
    }),
    myCertificates: () => ({}),
    certificate: ({ township, enrolled }) => ({
      certificateId: putCertificate(township, enrolled.householdId),
    }),
    certificateForStaff: ({ township, enrolled }) => ({
      certificateId: putCertificate(township, enrolled.householdId),
    }),
    verify: ({ township, enrolled }) => ({ certificateId: putCertificate(township, enrolled.householdId) }),
    publicKey: () => ({}),
    revoke: ({ township, enrolled }) => ({
      requestId: newRequestId(),
      certificateId: putCertificate(township, enrolled.householdId),
      reason: '发错了人',
    }),
    publicationDraft: ({ township }) => ({ gridId: township.here.gridId }),
    publish: ({ township }) => ({
      requestId: newRequestId(),
      gridId: township.here.gridId,
      digest: digestOf(publishedRows(observedIn(township, township.here))),
    }),
    published: () => ({}),
    publications: ({ township }) => ({ gridId: township.here.gridId }),
    publication: ({ township }) => ({
      publicationId: putPublication(township, township.here, township.town.name),
    }),
    withdrawPublication: ({ township }) => ({
      publicationId: putPublication(township, township.here, township.town.name),
      reason: '名单有误',
    }),
  },
  returns: {
    form: () => ({}),
    formFor: ({ enrolled }) => ({ householdId: enrolled.householdId }),
    declare: ({ township, enrolled }) => ({
      ...declareForm(township.simulator.clock.now()),
      destination: { gridId: enrolled.gridId, address: '返乡路 3 号', tenure: 'owner' },
    }),
    declareFor: ({ township, enrolled }) => ({
      ...declareForm(township.simulator.clock.now()),
      consent: { version: CONSENT_VERSION, guardianForChildren: false, told: true },
      householdId: enrolled.householdId,
      travellers: [knownTraveller(enrolled.headId)],
    }),
    mine: (world) => {
      declaredIn(world);
      return {};
    },
    amend: (world) => ({ ...declaredIn(world), trip: tripIn(world), ...WELL }),
    amendFor: (world) => ({
      ...declaredIn(world),
      trip: tripIn(world),
      ...WELL,
      test: { date: '2026-01-01', place: '县医院', result: 'negative' },
      photos: { test: 'cloud://cunan.636e/returns/sample/test.jpg' },
    }),
    changePlan: (world) => ({ ...declaredIn(world), trip: tripIn(world) }),
    cancel: (world) => ({ ...declaredIn(world), reason: '改到下个月' }),
    tellArrival: declaredIn,
    queue: (world) => {
      declaredIn(world);
      return { tab: 'all' };
    },
    show: (world) => ({ declarationId: declaredIn(world).declarationId }),
    openPhone: (world) => ({ declarationId: declaredIn(world).declarationId, reason: '打电话核实' }),
    // The sample sent no picture: who reaches it is told so.
    openPhotos: (world) => ({ declarationId: declaredIn(world).declarationId, reason: '核对健康码' }),
    previewCheck: (world) => ({
      declarationId: declaredIn(world).declarationId,
      arrivedAt: nowIn(world),
      temperature: 36.6,
      symptoms: [],
    }),
    checkArrival: (world) => ({
      ...declaredIn(world),
      arrivedAt: nowIn(world),
      temperature: 36.6,
      symptoms: [],
      responsible: [{ role: 'gridMember', name: '王建国' }],
    }),
    didNotCome: (world) => ({ ...declaredIn(world), reason: '人还在外地' }),
    reclassify: declaredIn,
    replay: (world) => ({ declarationId: declaredIn(world).declarationId }),
  },
  roster: {
    overview: ({ township }) => ({ gridId: township.here.gridId }),
    template: ({ township }) => ({ gridId: township.here.gridId }),
    stage: ({ township }) => {
      const requestId = newRequestId();
      return {
        requestId,
        gridId: township.here.gridId,
        fileId: `cloud://cunan.cunan-bucket/roster-uploads/${requestId}.xlsx`,
        fileName: '花名册',
      };
    },
    check: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    apply: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    discard: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    faults: ({ township }) => ({ jobId: rosterJobIn(township, township.here), after: 0 }),
    export: ({ township }) => ({ gridId: township.here.gridId, reason: '打印后上门核对' }),
    sweep: () => ({}),
  },
  rulebook: {
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
  },
};

const alertIn = ({ township, enrolled }: World, changes: Partial<AlertDocument> = {}): string =>
  putAlert(township, enrolled.householdId, changes);

const attested = ({ _id, version }: ObservationDocument) => ({
  requestId: newRequestId(),
  observationId: _id,
  version,
});

/** Who is under a measure in a village now. */
const observedIn = (township: Township, { gridId }: Village): ObservationDocument[] =>
  township
    .documents<ObservationDocument>('observations')
    .filter(
      ({ gridPath, status }) =>
        gridPath.includes(gridId) && ['active', 'paused', 'releasing'].includes(status),
    );

/** A claim of some phone's on the household, straight in the database. */
function claimOn({ township, enrolled }: World): string {
  const openid = `o-test-claimant-${newPhone()}`;
  const at = '2026-11-20T09:00:00+08:00';
  const file = township
    .documents<HouseholdDocument>('households')
    .find(({ _id }) => _id === enrolled.householdId);
  const claim: ClaimDocument = {
    _id: claimIdOf(openid),
    openid,
    householdId: enrolled.householdId,
    gridPath: file?.gridPath ?? [],
    personId: enrolled.headId,
    headMask: '端***',
    phone: 's1.sealed',
    phoneIndex: 'index',
    phoneMask: '191****0000',
    consent: { version: CONSENT_VERSION, guardianForChildren: true, at },
    status: 'waiting',
    requestId: newRequestId(),
    sentAt: at,
    decidedAt: null,
    decidedBy: null,
  };
  township.simulator.database.insertMany('claims', [claim]);
  return claim._id;
}

/** A code that lets somebody into the household, straight in the database. */
function invitationTo({ township, enrolled }: World): string {
  const code = newInvitationCode();
  const invitation: InvitationDocument = {
    _id: `${enrolled.householdId}.${enrolled.memberId}.${code}`,
    householdId: enrolled.householdId,
    personId: enrolled.memberId,
    gridPath: [],
    codeIndex: vaultOf(township.simulator.secrets).indexOf('invitation', code),
    invitedBy: enrolled.openid,
    expiresAt: township.simulator.clock.now() + 3_600_000,
    usedBy: null,
  };
  township.simulator.database.insertMany('invitations', [invitation]);
  return code;
}

const searchFor = (township: Township) => ({
  requestId: newRequestId(),
  entryId: entryIn(township, township.here),
  version: 1,
});

/** An active or waiting post in the village, for taking it away. */
function postIn(township: Township, village: Village): string {
  const posts = township.documents<{ _id: string; gridPath: string[]; role: string }>('posts');
  const post = posts.find(({ gridPath, role }) => gridPath.includes(village.gridId) && role === 'gridMember');
  if (post === undefined) throw new Error('Nobody is left in the village whose role could be taken');
  return post._id;
}

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

const nowIn = ({ township }: World): string => toTimestamp(chinaTime(township.simulator.clock.now()));
const tripIn = (world: World) => tripOf(nowIn(world));

/** The head of the sample's household has just arrived. */
function declaredIn({ township, enrolled }: World) {
  const { _id, version } = putDeclared(township, {
    householdId: enrolled.householdId,
    personId: enrolled.headId,
  });
  return { requestId: newRequestId(), declarationId: _id, version };
}

/** The head of the household, under observation since this morning, in a town where one can report at any hour. */
const observationIn = (
  { township, enrolled }: World,
  changes: Partial<ObservationDocument> = {},
): ObservationDocument =>
  putObservation(township, enrolled.householdId, {
    person: (people) => people.find(({ personId }) => personId === enrolled.headId)!,
    changes: {
      slotTimes: [
        { half: 'am', opens: '00:00', due: '11:00', closes: '12:00' },
        { half: 'pm', opens: '12:00', due: '23:00', closes: '24:00' },
      ],
      firstSlot: slotIn({ township }),
      ...changes,
    },
  });

/** The half of the day that it is now. */
const slotIn = ({ township }: Pick<World, 'township'>): string => {
  const now = chinaTime(township.simulator.clock.now());
  return `${toCalendarDate(now)}-${now.hour() < 12 ? 'am' : 'pm'}`;
};

const actIn = (world: World, changes: Partial<ObservationDocument> = {}) => ({
  requestId: newRequestId(),
  observationId: observationIn(world, changes)._id,
});
const readingIn = (world: World) => readingForm(observationIn(world), slotIn(world));
