import fc from 'fast-check';
import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { Reply } from '../../../cloudfunctions/contracts';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { expectedSlots } from '../../../cloudfunctions/observation/slot-record';
import { addDays, slotKey } from '../../../miniprogram/shared/slots';
import { lowestGrids, putCrowd, type Sitter } from '../../support/observed-crowd';
import { putObservation } from '../../support/observations';
import { openTownship, type Township } from '../../support/township';
import { behaviourOf, type Sent } from './observation-behaviour';

/** The first day. In the past, because on the way back the clock fires no timer. */
const FIRST = '2026-03-02';
const IN_FLIGHT = 24;
/** A doctor may call 120 times a minute. */
const PEOPLE_PER_DOCTOR = 60;

export type Days = {
  people: number;
  slotsExpected: number;
  /** That ended exactly as what was sent says, and once. */
  slotsAccounted: number;
  alertsRaised: number;
  alertsLost: number;
  /** Alerts that no abnormal reading stands behind, or that an observation counts wrongly. */
  alertsWrong: number;
  callsSent: number;
};

/**
 * So many people under observation for some days, with the timer every few hours, random misses, fevers, late and proxied readings, and
 * calls that are doubled, sent again or arrive hours late. A model says how each slot must have ended.
 */
export async function simulateDays(
  { people, days, seed = 4 }: { people: number; days: number; seed?: number },
  say: (line: string) => void = () => undefined,
): Promise<Days> {
  const township = await openTownship('township', { timers: false });
  try {
    await township.simulator.clock.set(`${FIRST}T05:30:00+08:00`);
    const template = putObservation(township, township.here.householdId, {
      decision: { days, testDays: [] },
    });
    const sitters = putCrowd(township.simulator, template, people, lowestGrids(township.documents));
    await township.tamper(
      'observations',
      { _id: template._id },
      { $set: { status: 'ended', wakesAt: null } },
    );
    const random = fc.sample(fc.noBias(fc.integer({ min: 0, max: 1_000_000 })), {
      numRuns: people * days * 2,
      seed,
    });
    const world = new World(township, sitters, random);
    for (let day = 0; day < days; day += 1) {
      say(`day ${day + 1} of ${days}`);
      await world.live(addDays(FIRST, day));
    }
    return world.reckon();
  } finally {
    await township.stop();
  }
}

type Outcome = { ok: boolean; sent: Sent };

class World {
  /** What came back for each slot: `<observation> <slot>`. */
  readonly #outcomes = new Map<string, Outcome[]>();
  /** Calls whose phone was without network: they arrive with the next half-day. */
  #delayed: Sent[] = [];
  #calls = 0;
  #next = 0;

  constructor(
    private readonly township: Township,
    private readonly sitters: readonly Sitter[],
    private readonly random: readonly number[],
  ) {}

  async live(date: string): Promise<void> {
    await this.#half(slotKey(date, 'am'), { onTime: '08:00', late: '11:00', closed: '14:01' });
    await this.#half(slotKey(date, 'pm'), { onTime: '17:00', late: '21:00', closed: '24:01' });
  }

  async #half(slot: string, hours: { onTime: string; late: string; closed: string }): Promise<void> {
    const sent = this.sitters.flatMap((sitter, n) =>
      behaviourOf(sitter, slot, this.random[this.#next + n] ?? 0, n),
    );
    this.#next += this.sitters.length;
    const delayed = this.#delayed;
    this.#delayed = sent.filter(({ when }) => when === 'afterClosing');
    await this.#at(slot, hours.onTime);
    // What comes late was made for another slot: the two orders mix.
    await this.#sendAll([...delayed, ...sent.filter(({ when }) => when === 'onTime')]);
    await this.#at(slot, hours.late);
    await this.#tick();
    await this.#sendAll(sent.filter(({ when }) => when === 'late'));
    await this.#at(slot, hours.closed);
    await Promise.all([this.#tick(), this.#tick()]);
  }

  async #at(slot: string, time: string): Promise<void> {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const midnight = Date.parse(`${slot.slice(0, 10)}T00:00:00+08:00`);
    await this.township.simulator.clock.set(midnight + (hours * 60 + minutes) * 60_000);
  }

  async #tick(): Promise<void> {
    for (let more = true; more;) {
      const reply = (await this.township.simulator.fireTimer('observation')) as Reply<{
        more: boolean;
      }>;
      if (!reply.ok) throw new Error(`The timer failed: ${reply.error.message}`);
      more = reply.data.more;
    }
  }

  async #sendAll(all: readonly Sent[]): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let sent = all[next++]; sent !== undefined; sent = all[next++])
        // A double tap is two calls at once; a retry comes after the answer got lost.
        await Promise.all([this.#send(sent), ...(sent.doubled ? [this.#send(sent)] : [])]).then(() =>
          sent.again ? this.#send(sent) : undefined,
        );
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  }

  async #send(sent: Sent): Promise<void> {
    this.#calls += 1;
    const { sitter, form, by } = sent;
    const { openid } = sitter;
    const reply =
      by === 'doctor'
        ? await this.township
            .as(
              this.township.holderOf(
                'villageDoctor',
                sitter.gridPath.slice(0, 2),
                String(Math.floor(sent.number / PEOPLE_PER_DOCTOR)),
              ),
            )
            .call('observation', 'reportFor', { ...form, means: 'phone' })
        : await this.township.as(openid).call('observation', 'report', form);
    if (!reply.ok && reply.error.code !== 'CONFLICT')
      throw new Error(`A reading was refused: ${reply.error.code} ${reply.error.message}`);
    const key = `${form.observationId} ${form.slot}`;
    this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), { ok: reply.ok, sent }]);
  }

  reckon(): Days {
    const ids = new Set(this.sitters.map(({ observationId }) => observationId));
    const observations = this.township
      .documents<ObservationDocument>('observations')
      .filter(({ _id }) => ids.has(_id));
    const alerts = this.township
      .documents<AlertDocument>('alerts')
      .filter(({ observationId }) => ids.has(observationId ?? ''));
    const raised = new Set(alerts.map(({ _id }) => _id));
    let [expected, accounted, lost, wrong] = [0, 0, 0, 0];
    const justified = new Set<string>();
    for (const observation of observations) {
      const slots = expectedSlots(observation);
      expected += slots.length;
      for (const slot of slots) {
        const outcomes = this.#outcomes.get(`${observation._id} ${slot}`) ?? [];
        if (endsAsSent(observation, slot, outcomes)) accounted += 1;
        const alertId = `${observation._id}:${slot}`;
        const isAbnormal = ({ sent }: Outcome): boolean => sent.abnormal;
        if (outcomes.some(isAbnormal)) justified.add(alertId);
        if (outcomes.some((one) => one.ok && isAbnormal(one)) && !raised.has(alertId)) lost += 1;
      }
      const own = alerts.filter(({ observationId }) => observationId === observation._id).length;
      if (observation.openAlerts !== own) wrong += 1;
    }
    wrong += [...raised].filter((id) => !justified.has(id)).length;
    return {
      people: observations.length,
      slotsExpected: expected,
      slotsAccounted: accounted,
      alertsRaised: raised.size,
      alertsLost: lost,
      alertsWrong: wrong,
      callsSent: this.#calls,
    };
  }
}

/** The slot ended as the answers said: with the one reading that was accepted, or missed when none was. */
function endsAsSent({ slots }: ObservationDocument, slot: string, outcomes: readonly Outcome[]): boolean {
  const end = slots[slot];
  const accepted = new Set(outcomes.filter(({ ok }) => ok).map(({ sent }) => sent.form.requestId));
  if (accepted.size === 0)
    // A reading that came in time and was refused although nobody else's stands would be one that got lost.
    return end?.state === 'missed' && outcomes.every(({ sent }) => sent.when === 'afterClosing');
  if (accepted.size > 1 || !end?.reading) return false;
  const [winner] = outcomes.filter(({ ok }) => ok);
  const { form, by, when } = winner!.sent;
  const state = by === 'doctor' ? 'proxied' : when === 'late' ? 'late' : 'reported';
  return (
    accepted.has(end.reading.requestId) && end.reading.temperature === form.temperature && end.state === state
  );
}
