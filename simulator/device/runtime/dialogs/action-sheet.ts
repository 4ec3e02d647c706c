import { button, element } from '../element';
import { openSheet } from './sheet';

export interface ActionSheetOptions {
  itemList: string[];
  itemColor?: string;
  alertText?: string;
}

/** WeChat's action sheet; resolves with the tapped item's index, or -1 when cancelled. */
export function openActionSheet({ itemList, itemColor, alertText }: ActionSheetOptions): Promise<number> {
  return new Promise((resolve) => {
    const finish = (index: number): void => {
      sheet.close();
      resolve(index);
    };
    const items = itemList.map((text, index) => {
      const item = button('action-item', text, () => finish(index));
      item.style.color = itemColor ?? '#000';
      return item;
    });
    const sheet = openSheet(
      'action-sheet',
      [
        ...(alertText === undefined ? [] : [element('p', 'action-alert', alertText)]),
        ...items,
        button('action-item action-cancel', '取消', () => finish(-1)),
      ],
      () => finish(-1),
    );
  });
}
