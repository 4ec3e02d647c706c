import { shortPlace } from '../../miniprogram/shared/places';
import type { Context } from '../kernel/context';
import { fieldOf, timeFieldOf } from '../messages/field';
import { sendWithCredit } from '../messages/send-with-credit';
import { placeOf } from '../registration/household-view';
import type { AlertDocument } from './alert.document';
import { claimMessage, readAnswerers, readDueMessages } from './answerers.repository';

const BATCH = 20;

/**
 * A message to everybody whose duty an unanswered alert is now and whose phone allowed one: when it is raised, and again to those to whom it climbs. It is
 * claimed before anything leaves: two runs at once, or one that is killed, tell nobody twice. A message lies open on a screen, so it names the
 * place and nobody. Answers how many left.
 */
export async function tellWhoMustAnswer(context: Context, isTimeLeft: () => boolean): Promise<number> {
  let sent = 0;
  while (isTimeLeft()) {
    const due = await readDueMessages(context, BATCH);
    for (const alert of due)
      if (await claimMessage(context, alert)) sent += await tellAnswerers(alert, context);
    if (due.length < BATCH) break;
  }
  return sent;
}

async function tellAnswerers(alert: AlertDocument, context: Context): Promise<number> {
  const { _id, pathNames, reportBy, level } = alert;
  const message = {
    use: 'alertRaised' as const,
    page: `packages/alerts/detail/index?alertId=${encodeURIComponent(_id)}`,
    values: {
      发生地点: fieldOf(shortPlace(placeOf(pathNames))),
      待办事项: '有人体温偏高或不舒服，等您处理',
      处理时限: timeFieldOf(reportBy),
      温馨提示: level === 'villageDoctor' ? '点这里看是谁、接下来处理' : '前面的人没有接，点这里处理',
    },
  };
  const answerers = await readAnswerers(context, alert);
  const sent = await Promise.all(answerers.map((openid) => sendWithCredit(context, { ...message, openid })));
  return sent.filter(Boolean).length;
}
