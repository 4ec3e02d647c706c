import { enterOptions, groupEntered } from '../application';
import { authorizations, authorized, type Scope } from '../authorizations';
import { openSettings } from '../dialogs/settings-sheet';
import { askSimulator } from '../session';
import { topPage } from '../stack';
import { method, Refusal } from './method';

const requests: Record<string, string> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.writePhotosAlbum': '保存图片到你的相册',
  'scope.camera': '使用你的摄像头',
  'scope.record': '使用你的麦克风',
};

async function getGroupEnterInfo() {
  const openGid = groupEntered();
  if (openGid === '' || enterOptions().scene !== 1044) throw new Refusal('not opened from a group', -602001);
  const { cloudID } = await askSimulator<{ cloudID: string }>('/simulator/open-data', {
    kind: 'group',
    openGid,
  });
  return { cloudID, encryptedData: '', iv: '' };
}

export const openAbility = {
  /** The code has no use: the simulator's functions know the caller by openid, as cloud functions do. */
  login: method('login', () => ({ code: `code-${Math.random().toString(36).slice(2)}` })),
  checkSession: method('checkSession', () => undefined),
  getSetting: method('getSetting', () => ({ authSetting: authorizations() })),
  openSetting: method('openSetting', async () => ({ authSetting: await openSettings() })),
  authorize: method('authorize', async ({ scope }: { scope: Scope }) => {
    if (!(await authorized(scope, requests[scope] ?? scope))) throw new Refusal('auth deny');
  }),
  showShareMenu: method('showShareMenu', () => allowSharing(true)),
  hideShareMenu: method('hideShareMenu', () => allowSharing(false)),
  updateShareMenu: method('updateShareMenu', () => undefined),
  getGroupEnterInfo: method('getGroupEnterInfo', getGroupEnterInfo),
  getShareInfo: method('getShareInfo', getGroupEnterInfo),
};

function allowSharing(allowed: boolean): void {
  const page = topPage();
  if (page) page.sharing = allowed;
}
