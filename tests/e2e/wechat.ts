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
