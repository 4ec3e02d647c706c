import type { GroupView } from '../../cloudfunctions/contracts';
import type { GroupDocument } from '../../cloudfunctions/channels/group.document';
import { WECHAT_GROUPS } from '../../cloudfunctions/channels/group.document';
import { newRequestId } from './forms';
import type { Phone, Township, Village } from './township';

/** What a phone gets from WeChat in the chat of a group of the demo: `wx.getGroupEnterInfo` on it. */
export async function cloudIdOf(
  { simulator }: Pick<Township, 'simulator'>,
  openid: string,
  openGid: string,
): Promise<string> {
  const response = await fetch(`${simulator.url}/simulator/open-data`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ kind: 'group', openGid }),
  });
  return ((await response.json()) as { cloudID: string }).cloudID;
}

/** Binds a group of the demo to a grid, from that group's chat. */
export async function bindGroupAs(
  township: Pick<Township, 'simulator'>,
  phone: Phone,
  openGid: string,
  gridId: string,
  { name = '三组邻里群', version = 0 } = {},
): Promise<GroupView> {
  const cloudId = await cloudIdOf(township, phone.openid, openGid);
  return phone.get('channels', 'bindGroup', { requestId: newRequestId(), cloudId, name, gridId, version });
}

/** Somebody opens a notice from its card in a group's chat. */
export async function openInGroup(
  township: Township,
  openid: string,
  openGid: string,
  noticeId: string,
): Promise<void> {
  const cloudId = await cloudIdOf(township, openid, openGid);
  await township.as(openid).get('channels', 'groupSeen', { noticeId, cloudId });
}

/** A bound group straight in the database; another number is another group. */
export function putGroup(
  { simulator }: Pick<Township, 'simulator'>,
  { gridId, gridPath, name }: Pick<Village, 'gridId' | 'gridPath' | 'name'>,
  changes: Partial<GroupDocument> = {},
): GroupDocument {
  const number = simulator.database.count(WECHAT_GROUPS) + 1;
  const group: GroupDocument = {
    _id: `g${number.toString(16).padStart(24, '0')}`,
    gridId,
    gridPath: [...gridPath],
    pathNames: [name],
    name: `${name}村民群`,
    status: 'bound',
    version: 1,
    changes: [],
    ...changes,
  };
  simulator.database.insertMany(WECHAT_GROUPS, [group]);
  return group;
}
