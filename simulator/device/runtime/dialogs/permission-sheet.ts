import { button, element } from '../element';
import { openSheet } from './sheet';

export interface PermissionOptions {
  /** What is asked for, e.g. 获取你的位置信息. */
  request: string;
  /** Why, in the mini-program's words. */
  reason?: string;
  /** What would be handed over, e.g. the masked number. */
  detail?: string;
}

/** WeChat's sheet that asks before the mini-program gets something; resolves true when allowed. */
export function askPermission({ request, reason, detail }: PermissionOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (allowed: boolean): void => {
      sheet.close();
      resolve(allowed);
    };
    const content = [
      element('small', '', '村安 申请'),
      element('h3', '', request),
      ...(reason === undefined ? [] : [element('p', '', reason)]),
      ...(detail === undefined ? [] : [element('div', 'permission-detail', detail)]),
      element('footer', '', [
        button('sheet-cancel', '拒绝', () => finish(false)),
        button('sheet-confirm', '允许', () => finish(true)),
      ]),
    ];
    const sheet = openSheet('permission-sheet', content, () => finish(false));
  });
}
