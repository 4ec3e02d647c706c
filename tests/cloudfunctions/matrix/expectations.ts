import type { Contracts, ErrorCode } from '../../../cloudfunctions/contracts';
import { CALLERS, type CallerName } from './callers';

export type Answer = 'ok' | ErrorCode;
type Row = Readonly<Record<CallerName, Answer>>;

/** Functions whose timer has nothing to run. */
const NO_TIMER = { timer: 'INVALID_INPUT' } as const;

/** Written out beside the contracts, not derived from them: opening an action to more people has to be said here too. */
export const expectations: {
  [F in keyof Contracts]: { [A in keyof Contracts[F]]: Row };
} = {
  alerts: {
    list: { ...watchers('ok'), ...watchersThere('ok') },
    show: watchers('ok'),
    phone: watchers('ok'),
    acknowledge: answerers('ok'),
    // The alert of the sample has not climbed: judging it is the doctor's.
    assess: {
      ...deciders('ok'),
      'townOfficer here': 'CONFLICT',
      'townOfficer of the town': 'CONFLICT',
    },
    refer: answerers('ok'),
    reportUp: answerers('ok'),
    close: deciders('ok'),
    mine: { ...households('ok'), timer: 'ok' },
    clinics: { ...answerers('ok'), ...answerersThere('ok') },
    // The list is the town's.
    setClinics: {
      ...phones('FORBIDDEN'),
      'townOfficer here': 'NOT_FOUND',
      'townOfficer there': 'NOT_FOUND',
      'townOfficer of the town': 'ok',
      timer: 'ok',
    },
    climb: machines({ timer: 'ok' }),
  },
  audit: {
    seal: machines({ timer: 'ok' }),
    // A timer can't choose: it seals, whatever its event says.
    check: machines({ timer: 'ok', operator: 'ok' }),
  },
  divisions: { all: phones('ok') },
  gridwork: {
    search: { ...verifiers('ok'), ...verifiersThere('ok') },
    coverage: verifiers('ok'),
    missing: verifiers('ok'),
    planVisit: verifiers('ok'),
    visits: { ...verifiers('ok'), ...verifiersThere('ok') },
    // Nothing is agreed with the sample's household: who reaches it is told so.
    closeVisit: verifiers('CONFLICT'),
    merge: verifiers('INVALID_INPUT'),
    takeOffDuplicate: verifiers('INVALID_INPUT'),
  },
  home: { today: phones('ok') },
  numbers: {
    show: countersOnly(watchers('ok')),
    origins: countersOnly(watchers('ok')),
    days: countersOnly(watchers('ok')),
    rows: countersOnly(watchers('ok')),
  },
  observation: {
    mine: { ...households('ok'), timer: 'ok' },
    report: ownOnly('ok', 'NOT_FOUND'),
    reportFor: caretakers('ok'),
    spotCheck: doctors('ok'),
    selfReport: ownOnly('ok', 'INVALID_INPUT'),
    keepReminders: { ...households('ok'), timer: 'ok' },
    today: { ...watchers('ok'), ...watchersThere('ok') },
    record: watchers('ok'),
    myRecord: ownOnly('ok', 'NOT_FOUND'),
    openPhone: watchers('ok'),
    // Nothing of the sample was missed.
    explainGap: caretakers('CONFLICT'),
    recordTest: caretakers('ok'),
    pause: caretakers('ok'),
    resume: caretakers('ok'),
    move: caretakers('ok'),
    extend: {
      ...doctors('ok'),
      'townOfficer here': 'ok',
      'townOfficer of the town': 'ok',
      'townOfficer there': 'NOT_FOUND',
    },
    setResponsible: watchers('ok'),
    doorNotice: watchers('ok'),
    myDoorNotice: ownOnly('ok', 'NOT_FOUND'),
    tick: machines({ timer: 'ok' }),
  },
  registration: {
    // Who has a file already is told so; everybody else makes one.
    enrol: {
      ...phones('ok'),
      'own household': 'CONFLICT',
      neighbour: 'CONFLICT',
      'household there': 'CONFLICT',
    },
    myHousehold: households('ok'),
    // The sample changes people of `own household`: in another file nobody has their ids, nor that version.
    changeMyHousehold: { ...households('ok'), neighbour: 'CONFLICT', 'household there': 'CONFLICT' },
    queue: { ...verifiers('ok'), ...verifiersThere('ok') },
    household: verifiers('ok'),
    openNumber: verifiers('ok'),
    verify: verifiers('ok'),
    returnToHousehold: verifiers('ok'),
    correct: verifiers('ok'),
    findHousehold: phones('ok'),
    // Who has a household does not need another's.
    claim: {
      ...phones('ok'),
      'own household': 'CONFLICT',
      neighbour: 'CONFLICT',
      'household there': 'CONFLICT',
    },
    withdrawClaim: phones('ok'),
    claims: { ...verifiers('ok'), ...verifiersThere('ok') },
    decideClaim: verifiers('ok'),
    decideClaimOnMyHousehold: {
      ...households('ok'),
      neighbour: 'NOT_FOUND',
      'household there': 'NOT_FOUND',
    },
    phones: households('ok'),
    // The member of the sample is a child, who joins with nobody's phone.
    invite: { ...households('CONFLICT'), neighbour: 'NOT_FOUND', 'household there': 'NOT_FOUND' },
    // Elsewhere the grid is refused beside its field.
    enrolFor: { ...verifiers('ok'), ...verifiersThere('INVALID_INPUT') },
    changeHead: verifiers('ok'),
    handOver: verifiers('ok'),
    moveOut: verifiers('ok'),
    deleteAccount: phones('ok'),
    trail: households('ok'),
    join: {
      ...phones('ok'),
      'own household': 'CONFLICT',
      neighbour: 'CONFLICT',
      'household there': 'CONFLICT',
    },
  },
  pushedlist: {
    template: { ...office('ok'), 'townOfficer there': 'ok', timer: 'ok' },
    // The file of the sample was never uploaded.
    stage: { ...office('INVALID_INPUT'), 'townOfficer there': 'INVALID_INPUT', timer: 'ok' },
    check: { ...office('ok'), timer: 'ok' },
    apply: { ...office('ok'), timer: 'ok' },
    discard: { ...office('ok'), timer: 'ok' },
    faults: { ...office('ok'), timer: 'ok' },
    lists: { ...office('ok'), 'townOfficer there': 'ok', timer: 'ok' },
    entries: { ...finders('ok'), ...findersThere('ok') },
    entry: finders('ok'),
    openPhone: finders('ok'),
    recordTry: finders('ok'),
    end: finders('ok'),
    reopen: finders('CONFLICT'),
    assign: rosterKeepers('ok'),
    tick: machines({ timer: 'ok' }),
  },
  release: {
    ready: {
      ...phones('FORBIDDEN'),
      'gridMember here': 'ok',
      'gridLeader here': 'ok',
      'gridMember there': 'ok',
      'gridLeader there': 'ok',
    },
    queue: { ...verifiers('ok'), ...verifiersThere('ok') },
    show: verifiers('ok'),
    // The village proposes, the town decides: nobody does both.
    propose: {
      ...phones('FORBIDDEN'),
      'gridMember here': 'ok',
      'gridLeader here': 'ok',
      'gridMember there': 'NOT_FOUND',
      'gridLeader there': 'NOT_FOUND',
    },
    check: office('ok'),
    approve: office('ok'),
    sendBack: office('ok'),
    myCertificates: households('ok'),
    certificate: { ...households('NOT_FOUND'), 'own household': 'ok' },
    certificateForStaff: verifiers('ok'),
    verify: phones('ok'),
    publicKey: phones('ok'),
    revoke: office('ok'),
    publicationDraft: publishers('ok'),
    publish: publishers('ok'),
    published: households('ok'),
    // A list is there to be read, all over the town.
    publications: readers('ok'),
    publication: readers('ok'),
    withdrawPublication: publishers('ok'),
  },
  returns: {
    form: phones('ok'),
    formFor: receivers('ok'),
    // Who has a household declares for its people, and it has a head already.
    declare: {
      ...phones('ok'),
      'own household': 'INVALID_INPUT',
      neighbour: 'INVALID_INPUT',
      'household there': 'INVALID_INPUT',
    },
    declareFor: receivers('ok'),
    mine: households('ok'),
    amend: ownHousehold('ok'),
    amendFor: receivers('ok'),
    changePlan: ownHousehold('ok'),
    cancel: ownHousehold('ok'),
    tellArrival: ownHousehold('ok'),
    queue: { ...receivers('ok'), ...receiversThere('ok') },
    show: receivers('ok'),
    openPhone: receivers('ok'),
    openPhotos: receivers('NOT_FOUND'),
    previewCheck: receivers('ok'),
    checkArrival: receivers('ok'),
    didNotCome: receivers('ok'),
    reclassify: receivers('ok'),
    replay: office('ok'),
  },
  roster: {
    overview: rosterKeepers('ok'),
    template: rosterKeepers('ok'),
    // The file of the sample was never uploaded.
    stage: rosterKeepers('INVALID_INPUT'),
    check: rosterKeepers('ok'),
    apply: rosterKeepers('ok'),
    discard: rosterKeepers('ok'),
    faults: rosterKeepers('ok'),
    export: rosterKeepers('ok'),
    sweep: machines({ timer: 'ok' }),
  },
  rulebook: {
    current: { ...readers('ok'), timer: 'ok' },
    history: { ...readers('ok'), timer: 'ok' },
    version: { ...readers('ok'), timer: 'ok' },
    propose: townOffice('ok'),
    preview: townOffice('ok'),
    decide: townOffice('ok'),
    areas: { ...readers('ok'), timer: 'ok' },
    areaLists: { ...readers('ok'), timer: 'ok' },
    areaList: { ...readers('ok'), timer: 'ok' },
    proposeAreas: townOffice('ok'),
    proposeEnds: townOffice('ok'),
    areaTemplate: { ...townOffice('ok'), 'townOfficer here': 'ok', 'townOfficer there': 'ok' },
    // The file of the sample was never uploaded.
    importAreas: townOffice('INVALID_INPUT'),
    previewAreas: townOffice('ok'),
    decideAreas: townOffice('ok'),
    sweeps: townOffice('ok'),
    foundAgain: { ...watchers('ok'), ...watchersThere('ok') },
    settleFound: watchers('ok'),
    setDivision: townOffice('ok'),
    tick: machines({ timer: 'ok' }),
  },
  township: {
    grids: phones('ok'),
    team: phones('ok'),
    teamCode: verifiers('ok'),
    // The code is right, but the town is open: nobody takes it over.
    openOffice: phones('CONFLICT'),
    // WeChat does not know the code.
    signIn: phones('INVALID_INPUT'),
    addGrid: office('ok'),
    changeGrid: office('ok'),
    retireGrid: office('ok'),
    moveGrid: office('ok'),
    gridDetails: office('ok'),
    giveRole: office('ok'),
    takeRole: office('ok'),
  },
};

function everybody(answer: Answer): Row {
  return Object.fromEntries(CALLERS.map((caller) => [caller, answer])) as Row;
}

function phones(answer: Answer): Row {
  return { ...everybody(answer), 'phone without an openid': 'FORBIDDEN', operator: 'FORBIDDEN', ...NO_TIMER };
}

function machines(answers: Partial<Row>): Row {
  return { ...everybody('FORBIDDEN'), ...answers };
}

function households(answer: Answer): Row {
  return {
    ...phones('UNREGISTERED'),
    'own household': answer,
    neighbour: answer,
    'household there': answer,
  };
}

/** Grid members, grid leaders and the office, in their own village; the others' files are not there for them. */
function verifiers(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'gridMember here': answer,
    'gridLeader here': answer,
    'townOfficer here': answer,
    'townOfficer of the town': answer,
    ...verifiersThere('NOT_FOUND'),
  };
}

function verifiersThere(answer: Answer): Partial<Row> {
  return { 'gridMember there': answer, 'gridLeader there': answer, 'townOfficer there': answer };
}

/** Who receives people who return: verifiers and the doctor of the village. */
function receivers(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...receiversThere('NOT_FOUND') };
}

function receiversThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Only the household that the sample is about finds it. */
function ownHousehold(answer: Answer): Row {
  return { ...households(answer), neighbour: 'NOT_FOUND', 'household there': 'NOT_FOUND' };
}

function office(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'townOfficer here': answer,
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': answer,
  };
}

/** Rules are the whole town's: an officer of one village has no say in them. Whatever a timer's event says, it sweeps. */
function townOffice(answer: Answer): Row {
  return { ...phones('FORBIDDEN'), 'townOfficer of the town': answer, timer: 'ok' };
}

/** Who keeps a village's roll: its leader and the office. Whatever a timer's event says, it sweeps. */
function rosterKeepers(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'gridLeader here': answer,
    'gridLeader there': 'NOT_FOUND',
    'townOfficer here': answer,
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': answer,
    timer: 'ok',
  };
}

/** Who looks for people on pushed-down lists: verifiers and the doctor. Whatever a timer's event says, it links and clears away. */
function finders(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...findersThere('NOT_FOUND'), timer: 'ok' };
}

function findersThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Who sees an alert: verifiers and the doctor. Whatever a timer's event says, alerts climb. */
function watchers(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...watchersThere('NOT_FOUND'), timer: 'ok' };
}

function watchersThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Who looks after people under observation: not the office. Whatever a timer's event says, it ticks. */
function caretakers(answer: Answer): Row {
  return {
    ...watchers(answer),
    'townOfficer here': 'FORBIDDEN',
    'townOfficer of the town': 'FORBIDDEN',
    'townOfficer there': 'FORBIDDEN',
  };
}

function doctors(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'villageDoctor here': answer,
    'villageDoctor there': 'NOT_FOUND',
    timer: 'ok',
  };
}

/** What a household does over its own people only. */
function ownOnly(answer: Answer, others: Answer): Row {
  return { ...households(others), 'own household': answer, timer: 'ok' };
}

/** A function without a timer. */
function countersOnly(row: Row): Row {
  return { ...row, ...NO_TIMER };
}

/** Who answers it: not the grid member. */
function answerers(answer: Answer): Row {
  return {
    ...watchers(answer),
    'gridMember here': 'FORBIDDEN',
    ...answerersThere('NOT_FOUND'),
  };
}

function answerersThere(answer: Answer): Partial<Row> {
  return { ...watchersThere(answer), 'gridMember there': 'FORBIDDEN' };
}

/** Who judges and closes it. */
function deciders(answer: Answer): Row {
  return { ...answerers(answer), 'gridLeader here': 'FORBIDDEN', 'gridLeader there': 'FORBIDDEN' };
}

/** Who publishes a village's list: its leader and the office. */
function publishers(answer: Answer): Row {
  return { ...rosterKeepers(answer), ...NO_TIMER };
}

/** Who reads what the town's villages published: everybody on duty but the suppliers. */
function readers(answer: Answer): Row {
  const onDuty = CALLERS.filter((caller) => / (here|there|of the town)$/.test(caller));
  const reading = onDuty.filter((caller) => caller !== 'household there' && !caller.startsWith('supplier'));
  return { ...phones('FORBIDDEN'), ...Object.fromEntries(reading.map((caller) => [caller, answer])) };
}

/** Callers to whom nothing of the enrolled household may ever be shown. */
const OUTSIDERS: readonly CallerName[] = CALLERS.filter(
  (caller) =>
    caller !== 'own household' &&
    !(
      ['gridMember here', 'gridLeader here', 'townOfficer here', 'townOfficer of the town'] as CallerName[]
    ).includes(caller),
);

/** Where the doctor of the village works: there its people are theirs to see. The home page names who has a fever. */
const HEALTH: readonly (keyof Contracts)[] = [
  'alerts',
  'home',
  'numbers',
  'observation',
  'returns',
  'rulebook',
];

export const isOutsider = (functionName: keyof Contracts, caller: CallerName): boolean =>
  OUTSIDERS.includes(caller) && !(caller === 'villageDoctor here' && HEALTH.includes(functionName));
