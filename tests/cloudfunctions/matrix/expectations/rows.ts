import type { Contracts, ErrorCode } from '../../../../cloudfunctions/contracts';
import { CALLERS, type CallerName } from '../callers';

export type Answer = 'ok' | ErrorCode;
/** What each caller is answered. */
export type Row = Readonly<Record<CallerName, Answer>>;
/** A row for every action of a function: a missing one does not compile. */
export type RowsOf<F extends keyof Contracts> = { [A in keyof Contracts[F]]: Row };

/** Functions whose timer has nothing to run. */
const NO_TIMER = { timer: 'INVALID_INPUT' } as const;

function everybody(answer: Answer): Row {
  return Object.fromEntries(CALLERS.map((caller) => [caller, answer])) as Row;
}

export function phones(answer: Answer): Row {
  return { ...everybody(answer), 'phone without an openid': 'FORBIDDEN', operator: 'FORBIDDEN', ...NO_TIMER };
}

export function machines(answers: Partial<Row>): Row {
  return { ...everybody('FORBIDDEN'), ...answers };
}

export function households(answer: Answer): Row {
  return {
    ...phones('UNREGISTERED'),
    'own household': answer,
    neighbour: answer,
    'household there': answer,
  };
}

/** Grid members, grid leaders and the office, in their own village; the others' files are not there for them. */
export function verifiers(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'gridMember here': answer,
    'gridLeader here': answer,
    'townOfficer here': answer,
    'townOfficer of the town': answer,
    ...verifiersThere('NOT_FOUND'),
  };
}

export function verifiersThere(answer: Answer): Partial<Row> {
  return { 'gridMember there': answer, 'gridLeader there': answer, 'townOfficer there': answer };
}

/** Who receives people who return: verifiers and the doctor of the village. */
export function receivers(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...receiversThere('NOT_FOUND') };
}

export function receiversThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Only the household that the sample is about finds it. */
export function ownHousehold(answer: Answer): Row {
  return { ...households(answer), neighbour: 'NOT_FOUND', 'household there': 'NOT_FOUND' };
}

export function office(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'townOfficer here': answer,
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': answer,
  };
}

/** Rules are the whole town's: an officer of one village has no say in them. Whatever a timer's event says, it sweeps. */
export function townOffice(answer: Answer): Row {
  return { ...phones('FORBIDDEN'), 'townOfficer of the town': answer, timer: 'ok' };
}

/** Who keeps a village's roll: its leader and the office. Whatever a timer's event says, it sweeps. */
export function rosterKeepers(answer: Answer): Row {
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
export function finders(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...findersThere('NOT_FOUND'), timer: 'ok' };
}

export function findersThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Who sees an alert: verifiers and the doctor. Whatever a timer's event says, alerts climb. */
export function watchers(answer: Answer): Row {
  return { ...verifiers(answer), 'villageDoctor here': answer, ...watchersThere('NOT_FOUND'), timer: 'ok' };
}

export function watchersThere(answer: Answer): Partial<Row> {
  return { ...verifiersThere(answer), 'villageDoctor there': answer };
}

/** Who looks after people under observation: not the office. Whatever a timer's event says, it ticks. */
export function caretakers(answer: Answer): Row {
  return {
    ...watchers(answer),
    'townOfficer here': 'FORBIDDEN',
    'townOfficer of the town': 'FORBIDDEN',
    'townOfficer there': 'FORBIDDEN',
  };
}

export function doctors(answer: Answer): Row {
  return {
    ...phones('FORBIDDEN'),
    'villageDoctor here': answer,
    'villageDoctor there': 'NOT_FOUND',
    timer: 'ok',
  };
}

/** What a household does over its own people only. */
export function ownOnly(answer: Answer, others: Answer): Row {
  return { ...households(others), 'own household': answer, timer: 'ok' };
}

/** A function without a timer. */
export function countersOnly(row: Row): Row {
  return { ...row, ...NO_TIMER };
}

/** Who answers it: not the grid member. */
export function answerers(answer: Answer): Row {
  return {
    ...watchers(answer),
    'gridMember here': 'FORBIDDEN',
    ...answerersThere('NOT_FOUND'),
  };
}

export function answerersThere(answer: Answer): Partial<Row> {
  return { ...watchersThere(answer), 'gridMember there': 'FORBIDDEN' };
}

/** Who judges and closes it. */
export function deciders(answer: Answer): Row {
  return { ...answerers(answer), 'gridLeader here': 'FORBIDDEN', 'gridLeader there': 'FORBIDDEN' };
}

/** Who publishes a village's list: its leader and the office. */
export function publishers(answer: Answer): Row {
  return { ...rosterKeepers(answer), ...NO_TIMER };
}

/** Who reads what the town's villages published: everybody on duty but the suppliers. */
export function readers(answer: Answer): Row {
  const onDuty = CALLERS.filter((caller) => / (here|there|of the town)$/.test(caller));
  const reading = onDuty.filter((caller) => caller !== 'household there' && !caller.startsWith('supplier'));
  return { ...phones('FORBIDDEN'), ...Object.fromEntries(reading.map((caller) => [caller, answer])) };
}
