import { button, element } from '../element';
import { openSheet } from './sheet';
import type { Wheel } from './wheel';

/** A picker's sheet: title, wheels, 取消 and 确定. Resolves true when confirmed. */
export function openWheelSheet(title: string, wheels: readonly Wheel[]): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (confirmed: boolean): void => {
      sheet.close();
      resolve(confirmed);
    };
    const columns = element('div', 'wheels', [
      element('div', 'wheel-band'),
      ...wheels.map(({ node }) => node),
    ]);
    const head = element('header', '', [element('b', '', title)]);
    const foot = element('footer', '', [
      button('sheet-cancel', '取消', () => finish(false)),
      button('sheet-confirm', '确定', () => finish(true)),
    ]);
    const sheet = openSheet('picker-sheet', [head, columns, foot], () => finish(false));
  });
}
