import type { Context } from '../kernel/context';
import { fieldOf, timeFieldOf } from '../messages/field';
import { sendWithCredit } from '../messages/send-with-credit';
import { timerBudget } from '../kernel/time-budget';
import { readRefutations } from './refutations.repository';
import { answerIdOf, type RumourDocument } from './rumour.document';
import { claimTelling, leadOf, readAwake, readLeads } from './rumour.repository';
import type { Refutations } from './rumour-view';

const BATCH = 50;

/** Sends word of answers, where a phone allowed it; in the app they stand anyway. Each is claimed before it leaves: nobody gets it twice. */
export async function tick(_input: object, context: Context): Promise<{ told: number; more: boolean }> {
  const isTimeLeft = timerBudget();
  let told = 0;
  while (isTimeLeft()) {
    const awake = await readAwake(context, BATCH);
    if (awake.length === 0) return { told, more: false };
    const known = await readLeads(context, awake);
    const refutations = await readRefutations(context, [...known.values()]);
    for (const rumour of awake)
      if (await tell(rumour, leadOf(rumour, known), refutations, context)) told += 1;
  }
  return { told, more: true };
}

async function tell(
  rumour: RumourDocument,
  { answer }: RumourDocument,
  refutations: Refutations,
  context: Context,
): Promise<boolean> {
  const answerId = answer === null ? '' : answerIdOf(answer);
  if (!(await claimTelling(context, rumour, answerId)) || answer === null) return false;
  const said =
    answer.outcome === 'refuted' ? (refutations.get(answer.noticeId)?.title ?? '已辟谣') : answer.reason;
  return sendWithCredit(context, {
    openid: rumour.openid,
    use: 'rumourAnswered',
    page: 'packages/rumours/mine/index',
    values: {
      反映的内容: fieldOf(rumour.text === '' ? '您发来的截图' : rumour.text),
      核实结果: fieldOf(said),
      答复时间: timeFieldOf(answer.at),
      温馨提示: '点开看全文，也请转告在传的人',
    },
  });
}
