import { authorizations, setAuthorization } from '../authorizations';
import { button, element } from '../element';
import { openSheet } from './sheet';

const names: Record<string, string> = {
  'scope.userLocation': '位置信息',
  'scope.writePhotosAlbum': '保存到相册',
  'scope.camera': '摄像头',
  'scope.record': '麦克风',
};

/** WeChat's page of what was allowed; resolves with the settings when it is closed. */
export function openSettings(): Promise<Partial<Record<string, boolean>>> {
  return new Promise((resolve) => {
    const close = (): void => {
      sheet.close();
      resolve(authorizations());
    };
    const rows = Object.entries(authorizations()).map(([scope, allowed]) => {
      const box = element('input');
      box.type = 'checkbox';
      box.checked = allowed === true;
      box.addEventListener('change', () => setAuthorization(scope, box.checked));
      return element('label', 'subscription-row', [box, element('span', '', names[scope] ?? scope)]);
    });
    const content = rows.length > 0 ? rows : [element('p', '', '这个小程序还没有申请过权限')];
    const sheet = openSheet(
      'permission-sheet',
      [
        element('h3', '', '设置'),
        ...content,
        element('footer', '', [button('sheet-confirm', '完成', close)]),
      ],
      close,
    );
  });
}
