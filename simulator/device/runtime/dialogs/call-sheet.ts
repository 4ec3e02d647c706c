import { button, element } from '../element';
import { openSheet } from './sheet';

/** The sheet before a call, then the dialler that "calls" until hung up. Resolves false when cancelled. */
export function openCallSheet(number: string): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = (): void => {
      sheet.close();
      resolve(false);
    };
    const call = (): void => {
      sheet.close();
      showDialler(number);
      resolve(true);
    };
    const sheet = openSheet(
      'action-sheet',
      [
        element('p', 'action-alert', '拨打电话'),
        button('action-item call-number', `呼叫 ${number}`, call),
        button('action-item action-cancel', '取消', cancel),
      ],
      cancel,
    );
  });
}

function showDialler(number: string): void {
  const sheet = openSheet(
    'dialler',
    [
      element('h3', '', number),
      element('p', '', '正在呼叫……（模拟手机不会真的拨出）'),
      button('dialler-end', '挂断', () => sheet.close()),
    ],
    () => sheet.close(),
  );
}
