import { button, element } from '../element';
import { openSheet } from '../dialogs/sheet';
import { openSettings } from '../dialogs/settings-sheet';
import { topPage } from '../stack';
import { sharePage } from './share-page';

/** The menu behind •••. */
export function openCapsuleMenu(): void {
  const page = topPage();
  if (!page) return;
  const close = (): void => sheet.close();
  const item = (text: string, run: () => void): HTMLElement =>
    button('action-item', text, () => {
      close();
      run();
    });
  const canShare = page.sharing ?? page.has('onShareAppMessage');
  const sheet = openSheet(
    'action-sheet capsule-menu',
    [
      element('p', 'action-alert', '村安'),
      ...(canShare
        ? [item('转发到微信群', () => void sharePage())]
        : [element('p', 'action-item action-muted', '当前页面不可转发')]),
      item('设置', () => void openSettings()),
      item('重新进入小程序', () => location.reload()),
      button('action-item action-cancel', '取消', close),
    ],
    close,
  );
}
