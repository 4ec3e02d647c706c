import type { MyDeclaration } from '../../../../cloudfunctions/contracts/index';
import { momentText, dayText, timeText, weekdayText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { TRANSPORTS } from '../declare/declaration-draft';

export type PersonRow = {
  declarationId: string;
  version: number;
  name: string;
  state: string;
  tone: 'grey' | 'amber' | 'green' | 'brand';
  /** What applies: 居家隔离观察 14 天. */
  measure: string;
  note: string;
  /** Not checked yet: can still be changed. */
  isOpen: boolean;
};

/** People who travel together. */
export type Arrival = {
  arrivalId: string;
  when: string;
  how: string;
  place: string;
  people: PersonRow[];
  /** On the way: 我到了, 我改行程了 and 不来了 can be said. */
  isOpen: boolean;
  isOnTheWay: boolean;
};

const day = (moment: string): string => `${dayText(moment)} ${weekdayText(moment)} ${timeText(moment)}`;

function personRow(declaration: MyDeclaration, now: number): PersonRow {
  const { declarationId, version, name, status, waitsFor, decision, cancelled, checkedAt } = declaration;
  const states = {
    declared: waitsFor === 'check' ? (['等网格员核实', 'amber'] as const) : (['路上', 'brand'] as const),
    checked: ['已核实', 'green'] as const,
    closed: ['已结束', 'grey'] as const,
    cancelled: ['不来了', 'grey'] as const,
  };
  const [state, tone] = states[status];
  const note =
    cancelled !== null
      ? `${momentText(cancelled.at, now)} 取消，${cancelled.reason}`
      : checkedAt !== null
        ? `${momentText(checkedAt, now)} 核实`
        : '';
  return {
    declarationId,
    version,
    name,
    state,
    tone,
    measure: cancelled === null ? decision.words : '',
    note,
    isOpen: status === 'declared',
  };
}

/** Declarations by journey, in the order they came: newest first. */
export function arrivalsOf(declarations: readonly MyDeclaration[], now: number): Arrival[] {
  const journeys = new Map<string, MyDeclaration[]>();
  for (const declaration of declarations) {
    const together = journeys.get(declaration.arrivalId) ?? [];
    journeys.set(declaration.arrivalId, [...together, declaration]);
  }
  return [...journeys].flatMap(([arrivalId, together]) => {
    const shown = together.find(({ status }) => status === 'declared') ?? together[0];
    if (shown === undefined) return [];
    const { transport, arrivesAt, place } = shown;
    return [
      {
        arrivalId,
        when: `${day(arrivesAt)} 到家`,
        how: [TRANSPORTS[transport.kind], transport.number, transport.plate ?? '']
          .filter((part) => part !== '')
          .join(' '),
        place: shortPlace(place),
        people: together.map((one) => personRow(one, now)),
        isOpen: together.some(({ status }) => status === 'declared'),
        isOnTheWay: together.some(({ status, waitsFor }) => status === 'declared' && waitsFor === 'arrival'),
      },
    ];
  });
}
