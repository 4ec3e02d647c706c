import type * as z from 'zod';
import { addDays, phaseOf } from '../../miniprogram/shared/slots';
import { slotText } from '../../miniprogram/shared/slot-words';
import type { ObservationRecord } from '../contracts';
import type { observationContract } from '../contracts/observation';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { actOn, requireRunning } from './act-on';
import type { ObservationDocument, SlotEnd } from './observation.document';
import { recordView } from './record-view';
import { expectedSlots, settled } from './slot-record';

type Contract = typeof observationContract;
type InputOf<A extends keyof Contract> = z.output<Contract[A]['input']>;

/** What becomes of a measure on the way: gaps are explained, it is paused, goes on, is longer. */

/** Why a missed slot is a gap that nothing hides behind. */
export async function explainGap(asked: InputOf<'explainGap'>, context: Context): Promise<ObservationRecord> {
  const { slot, text } = asked;
  const observation = await actOn(context, asked, `explained ${slot}`, (before) => {
    if (before.status === 'released' || before.status === 'ended') requireRunning(before);
    const end = before.slots[slot];
    if (end?.state !== 'missed') throw new AppError('CONFLICT', `没有漏报${slotText(slot)}的体温，不用说明`);
    const { openid, name } = context.caller;
    const explanation = { text, by: openid, byName: name ?? '', at: toTimestamp(context.now) };
    return { ...before, slots: { ...before.slots, [slot]: { ...end, explanation } } };
  });
  return recordView(observation, context);
}

/** Into hospital: slots that close meanwhile are not asked for. */
export async function pause(asked: InputOf<'pause'>, context: Context): Promise<ObservationRecord> {
  const observation = await actOn(context, asked, 'paused', (before) => {
    requireRunning(before);
    if (before.status === 'paused') throw new AppError('CONFLICT', '已经暂停了，不用再按');
    const started = {
      from: toTimestamp(context.now),
      to: null,
      reason: asked.reason,
      by: context.caller.openid,
    };
    return settled({ ...before, status: 'paused', pauses: [...before.pauses, started] });
  });
  return recordView(observation, context);
}

/** Back home: the slot that is open now is asked for again. */
export async function resume(asked: InputOf<'resume'>, context: Context): Promise<ObservationRecord> {
  const observation = await actOn(context, asked, 'resumed', (before) => {
    requireRunning(before);
    if (before.status !== 'paused') throw new AppError('CONFLICT', '没有暂停，不用恢复');
    const to = toTimestamp(context.now);
    const pauses = before.pauses.map((one) => (one.to === null ? { ...one, to } : one));
    return settled({ ...before, status: 'active', pauses });
  });
  return recordView(observation, context);
}

/** More days, with the reason. Slots that closed between the old end and now could not be reported, and say so. */
export async function extend(asked: InputOf<'extend'>, context: Context): Promise<ObservationRecord> {
  const { days, reason } = asked;
  const observation = await actOn(context, asked, `extended by ${days}`, (before) => {
    requireRunning(before);
    const at = toTimestamp(context.now);
    const longer: ObservationDocument = {
      ...before,
      days: before.days + days,
      lastDate: addDays(before.lastDate, days),
      extensions: [...before.extensions, { days, reason, by: context.caller.openid, at }],
    };
    return settled({ ...longer, slots: { ...closedMeanwhile(longer, context), ...before.slots } });
  });
  return recordView(observation, context);
}

/** Slots that a longer measure expects but that were over before anybody knew. */
function closedMeanwhile(
  observation: ObservationDocument,
  { caller, now }: Context,
): ObservationDocument['slots'] {
  const { slotTimes, slots } = observation;
  const end: SlotEnd = {
    state: 'missed',
    reading: null,
    explanation: {
      text: '延长的决定作出前，这个时段已经过去',
      by: caller.openid,
      byName: caller.name ?? '',
      at: toTimestamp(now),
    },
  };
  const passed = expectedSlots(observation).filter(
    (slot) => !(slot in slots) && phaseOf(slotTimes, slot, now.valueOf()) === 'closed',
  );
  return Object.fromEntries(passed.map((slot) => [slot, end]));
}

/** 五包一 */
export async function setResponsible(
  asked: InputOf<'setResponsible'>,
  context: Context,
): Promise<ObservationRecord> {
  const observation = await actOn(context, asked, 'named who answers for it', (before) => {
    requireRunning(before);
    return { ...before, responsible: asked.responsible };
  });
  return recordView(observation, context);
}
