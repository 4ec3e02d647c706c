import { vaultOf } from '../../cloudfunctions/kernel/vault';
import { type PostDocument, type RobotDocument, ROBOTS } from '../../cloudfunctions/channels/robot.document';
import { newRequestId } from './forms';
import type { Township } from './township';

let keys = 0;

/** The key of a webhook, another one each time. */
export const newKey = (): string => {
  keys += 1;
  return `0a1b2c3d-0000-4000-8000-${String(keys).padStart(12, '0')}`;
};
export const webhookOf = (key: string): string =>
  `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`;

/** A robot of the village `here`, straight in the database; change what a test is about. */
export function putRobot(
  { here, town, simulator }: Pick<Township, 'here' | 'town' | 'simulator'>,
  changes: Partial<RobotDocument> = {},
): { robot: RobotDocument; key: string } {
  const key = newKey();
  const vault = vaultOf(simulator.secrets);
  const robot: RobotDocument = {
    _id: `r${newRequestId()}`,
    name: '柳溪村网格工作群',
    gridId: here.gridId,
    gridPath: here.gridPath,
    pathNames: [town.name, here.name],
    key: vault.seal('webhook', key),
    keyEnd: key.slice(-4),
    keyIndex: vault.indexOf('webhook', key),
    status: 'active',
    lastSentAt: null,
    trouble: null,
    version: 1,
    changes: [],
    ...changes,
  };
  simulator.database.insertMany(ROBOTS, [robot]);
  return { robot, key };
}

/** What arrived in the group of a robot. */
export const linesOf = ({ simulator }: Township, key: string): string[] =>
  simulator
    .messages()
    .filter(({ channel, to }) => channel === 'robot' && to === key)
    .map(({ content }) => (content as { text: { content: string } }).text.content);

/** WeCom refuses this robot so many lines. */
export const failRobot = ({ simulator }: Township, key: string, errcode: number, times: number) =>
  fetch(`${simulator.url}/simulator/robots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, errcode, times }),
  });

/** A line of a robot that was given up. */
export function putFailedPost(
  { simulator }: Pick<Township, 'simulator'>,
  { _id: robotId, gridPath }: RobotDocument,
): PostDocument {
  const post: PostDocument = {
    _id: `n${newRequestId()}:${robotId}:out`,
    robotId,
    gridPath,
    noticeId: 'nNobody',
    title: '明天上午打疫苗',
    what: 'out',
    status: 'failed',
    tries: 5,
    wakesAt: '',
    at: '2026-11-21T09:00:00+08:00',
    sentAt: null,
    reason: '连不上企业微信',
  };
  simulator.database.insertMany('robot_posts', [post]);
  return post;
}
