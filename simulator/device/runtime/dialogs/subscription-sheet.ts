import { button, element } from '../element';
import { openSheet } from './sheet';

/** WeChat's sheet for subscription messages: each template ticked or not, then allowed or refused as a whole. */
export function askSubscription(templates: readonly string[]): Promise<Record<string, 'accept' | 'reject'>> {
  return new Promise((resolve) => {
    const boxes = templates.map((template) => {
      const box = element('input');
      box.type = 'checkbox';
      box.checked = true;
      return { template, box };
    });
    const finish = (allowed: boolean): void => {
      sheet.close();
      resolve(
        Object.fromEntries(
          boxes.map(({ template, box }) => [template, allowed && box.checked ? 'accept' : 'reject']),
        ),
      );
    };
    const rows = boxes.map(({ template, box }) =>
      element('label', 'subscription-row', [box, element('span', '', template)]),
    );
    const sheet = openSheet(
      'permission-sheet',
      [
        element('small', '', '村安 申请'),
        element('h3', '', '发送一次性订阅消息'),
        element('div', '', rows),
        element('footer', '', [
          button('sheet-cancel', '取消', () => finish(false)),
          button('sheet-confirm', '允许', () => finish(true)),
        ]),
      ],
      () => finish(false),
    );
  });
}
