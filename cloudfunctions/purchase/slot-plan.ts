/** A slot as the plan sees it: `free` is how many more households it takes. */
export type SlotSpace = { slotId: string; pointId: string; date: string; from: string; free: number };

/** A household that fetches its goods; `pointId` is where it would like to, `team` its neighbours' grid, `at` when it ordered. */
export type Fetching = { id: string; team: string; care: boolean; pointId: string | null; at: string };

/** A slot for each household; `unplaced` are those for whom there is no room at all, so that a plan that can't be made says so. */
export type SlotPlan = { slotOf: Map<string, string>; unplaced: string[] };

/**
 * Pickup times for everybody who fetches. No slot takes more than it has room for; a wished point is kept while it has room; the points fill evenly, and
 * so do the slots of a point, over its whole time; neighbours come in the same slot or in the next. When there is less room than households,
 * those of the care categories have a time first, then who ordered first.
 */
export function planSlots(slots: readonly SlotSpace[], households: readonly Fetching[]): SlotPlan {
  const points = pointsOf(slots);
  const room = sumOf([...points.values()].map(({ free }) => free));
  const inOrder = [...households].sort(byCareAndTime);
  const byPoint = spreadOverPoints(points, inOrder.slice(0, room));
  const slotOf = new Map<string, string>();
  for (const [pointId, fetching] of byPoint)
    for (const [id, slotId] of spreadOverSlots(points.get(pointId)?.slots ?? [], fetching))
      slotOf.set(id, slotId);
  return { slotOf, unplaced: inOrder.slice(room).map(({ id }) => id) };
}

type Point = { pointId: string; slots: SlotSpace[]; free: number };

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const byCareAndTime = (one: Fetching, other: Fetching): number =>
  Number(other.care) - Number(one.care) || compare(one.at, other.at) || compare(one.id, other.id);

function pointsOf(slots: readonly SlotSpace[]): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const slot of [...slots].sort(byTime)) {
    const point = points.get(slot.pointId) ?? { pointId: slot.pointId, slots: [], free: 0 };
    const free = Math.max(0, slot.free);
    points.set(slot.pointId, {
      ...point,
      slots: [...point.slots, { ...slot, free }],
      free: point.free + free,
    });
  }
  return points;
}

const byTime = (one: SlotSpace, other: SlotSpace): number =>
  compare(one.date, other.date) || compare(one.from, other.from) || compare(one.slotId, other.slotId);

/** Wishes first, while their point has room; everybody else a team at a time, so that neighbours go to the same place. */
function spreadOverPoints(
  points: ReadonlyMap<string, Point>,
  households: readonly Fetching[],
): Map<string, Fetching[]> {
  const byPoint = new Map<string, Fetching[]>([...points.keys()].map((pointId) => [pointId, []]));
  const leftAt = (pointId: string): number =>
    (points.get(pointId)?.free ?? 0) - (byPoint.get(pointId)?.length ?? 0);
  const anywhere: Fetching[] = [];
  for (const household of households) {
    const { pointId } = household;
    if (pointId !== null && leftAt(pointId) > 0) byPoint.get(pointId)?.push(household);
    else anywhere.push(household);
  }
  const teams = [...groupedByTeam(anywhere).values()].sort((one, other) => other.length - one.length);
  for (const team of teams) {
    let rest = team;
    while (rest.length > 0) {
      const pointId = placeFor(rest, points, byPoint, leftAt);
      if (pointId === null) break;
      const fits = leftAt(pointId);
      byPoint.get(pointId)?.push(...rest.slice(0, fits));
      rest = rest.slice(fits);
    }
  }
  return byPoint;
}

/** Where all of the team fits: with most of its neighbours, or else at the emptiest point. Where it fits nowhere, as many as possible together. */
function placeFor(
  team: readonly Fetching[],
  points: ReadonlyMap<string, Point>,
  byPoint: ReadonlyMap<string, readonly Fetching[]>,
  leftAt: (pointId: string) => number,
): string | null {
  const open = [...points.values()]
    .filter(({ pointId }) => leftAt(pointId) > 0)
    .map(({ pointId, free }) => ({
      pointId,
      fits: leftAt(pointId) >= team.length,
      neighbours: (byPoint.get(pointId) ?? []).filter(({ team: theirs }) => theirs === team[0]?.team).length,
      left: leftAt(pointId),
      fullness: (free - leftAt(pointId)) / free,
    }));
  const [best] = open.sort(
    (one, other) =>
      Number(other.fits) - Number(one.fits) ||
      (one.fits
        ? other.neighbours - one.neighbours || one.fullness - other.fullness
        : other.left - one.left) ||
      compare(one.pointId, other.pointId),
  );
  return best?.pointId ?? null;
}

/** Neighbours one after another through the slots of a point, each slot filled in proportion to its room. */
function spreadOverSlots(
  slots: readonly SlotSpace[],
  households: readonly Fetching[],
): [id: string, slotId: string][] {
  const inOrder = [...groupedByTeam(households).entries()]
    .sort(([one], [other]) => compare(one, other))
    .flatMap(([, team]) => [...team].sort(byCareAndTime));
  let from = 0;
  return quotas(slots, households.length).flatMap((quota, index) => {
    const slotId = slots[index]?.slotId ?? '';
    const here = inOrder.slice(from, from + quota);
    from += quota;
    return here.map(({ id }): [string, string] => [id, slotId]);
  });
}

/** Largest remainders: each slot's part of `households`, never more than its room as long as all of them have room together. */
function quotas(slots: readonly SlotSpace[], households: number): number[] {
  const room = sumOf(slots.map(({ free }) => free));
  if (room === 0) return slots.map(() => 0);
  const whole = slots.map(({ free }) => Math.floor((households * free) / room));
  const remainders = slots
    .map(({ free }, index) => ({ index, remainder: (households * free) % room }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  const more = new Set(remainders.slice(0, households - sumOf(whole)).map(({ index }) => index));
  return whole.map((quota, index) => quota + (more.has(index) ? 1 : 0));
}

function groupedByTeam(households: readonly Fetching[]): Map<string, Fetching[]> {
  const teams = new Map<string, Fetching[]>();
  for (const household of households)
    teams.set(household.team, [...(teams.get(household.team) ?? []), household]);
  return teams;
}
