import type { HandHeld } from './browser';

/** Takes the picker's wheels as they stand, or turned to these words. */
export async function turnWheels(phone: HandHeld, label: string, ...words: string[]): Promise<void> {
  await phone.page.getByLabel(label, { exact: true }).locator('visible=true').first().tap();
  for (const word of words) await phone.page.getByRole('option', { name: word, exact: true }).first().click();
  await phone.answer('确定');
}

/** Finds a place in the sheet. */
export async function findPlace(phone: HandHeld, words: string, name: string): Promise<void> {
  await phone.type('找地方', words);
  await phone.tap(name);
}

/** Nothing aches, no contact, green code, no test. */
export async function sayHealthy(phone: HandHeld): Promise<void> {
  await phone.tap('都没有');
  await phone.tap('没有');
  await phone.tap('绿码');
  await phone.tap('没做');
}

/** Signs with a finger on the canvas. */
export async function signName(phone: HandHeld): Promise<void> {
  const pad = phone.page.locator('wx-canvas').last();
  await pad.scrollIntoViewIfNeeded();
  // The dock lies over the page's end.
  await phone.page.mouse.wheel(0, 400);
  await phone.page.waitForTimeout(300);
  const box = await pad.boundingBox();
  if (!box) throw new Error('nowhere to sign');
  const finger = await phone.page.context().newCDPSession(phone.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: box.x + 40 + step * 16, y: box.y + 40 + (step % 3) * 30 }],
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 12; step += 1) await touch('touchMove', step);
  await touch('touchEnd', 12);
  await phone.sees('清掉重签');
}
