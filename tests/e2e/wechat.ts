import type { HandHeld } from './browser';

/** Where the simulator's phone keeps the chats of this browser. */
const CHATS = 'chat-cards';

/** Chooses the group that WeChat asks for, and goes back to the page. */
export async function sendInto(phone: HandHeld, group: string): Promise<void> {
  await phone.answer(group);
  await phone.sees('已发送');
}

/** Each phone of a test has a browser of its own: what one sent into a group is seen by the other. */
export async function chatsReach(from: HandHeld, to: HandHeld): Promise<void> {
  const cards = await from.page.evaluate((key) => localStorage.getItem(key) ?? '[]', CHATS);
  await to.page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [CHATS, cards]);
}

/** Leaves the mini-program for WeChat, and comes back by a group's card: the newest that says so. */
export async function openCard(phone: HandHeld, group: string, title: string): Promise<void> {
  await phone.tap('关闭小程序');
  await phone.page.locator('.sim-chat-card').filter({ hasText: group }).getByText(title).first().tap();
}

/** From the page of groups: sends the card that binds into a group, and says there which grid's it is. */
export async function bindGroup(phone: HandHeld, group: string, grid: string): Promise<void> {
  await phone.press('发绑定卡片到群里');
  await sendInto(phone, group);
  await openCard(phone, group, '把这个群绑到网格');
  await phone.sees('这是哪里的群？');
  await phone.type('群名', group);
  await phone.tap(grid);
  await phone.press('绑定这个群');
  await phone.answer('知道了');
  await phone.sees('好久没发');
}
