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
  audit: {
    seal: machines({ timer: 'ok' }),
    // A timer can't choose: it seals, whatever its event says.
    check: machines({ timer: 'ok', operator: 'ok' }),
  },
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

function office(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'townOfficer here': answer,
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': answer,
  };
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

/** Callers to whom nothing of the enrolled household may ever be shown. */
export const OUTSIDERS: readonly CallerName[] = CALLERS.filter(
  (caller) =>
    caller !== 'own household' &&
    !(
      ['gridMember here', 'gridLeader here', 'townOfficer here', 'townOfficer of the town'] as CallerName[]
    ).includes(caller),
);
