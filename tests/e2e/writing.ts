import type { HandHeld } from './browser';
import { turnWheels } from './declaring';

/** What a leader writes by hand. */
export type Words = {
  title: string;
  when: string;
  text: string;
  organisation: string;
  /** As the tree names them. */
  grids: readonly string[];
  kind?: string;
};

/** Goes through the four steps of a notice, up to the button that sends it. */
export async function write(phone: HandHeld, words: Words): Promise<void> {
  await phone.sees('写什么？');
  if (words.kind !== undefined) await phone.tap(words.kind);
  await phone.type('标题', words.title);
  await phone.type('时间', words.when);
  await phone.type('1 · 一段话', words.text);
  await phone.picture('notice-1-words');
  await phone.press('下一步');

  await phone.sees('谁说的，管到哪天？');
  await phone.type('发文单位', words.organisation);
  await turnWheels(phone, '发文日期');
  await phone.picture('notice-2-source');
  await phone.press('下一步');

  await phone.sees('发给谁？');
  for (const name of words.grids) await phone.tap(name);
  await phone.page
    .getByText(/户.*人/)
    .first()
    .waitFor();
  await phone.picture('notice-3-audience');
  await phone.press('下一步');
  await phone.sees('怎么发？');
}

/** Goes through the steps of what is written already, up to the button that sends it. */
export async function toLastStep(phone: HandHeld): Promise<void> {
  for (const next of ['谁说的，管到哪天？', '发给谁？', '怎么发？']) {
    await phone.press('下一步');
    await phone.sees(next);
  }
}
