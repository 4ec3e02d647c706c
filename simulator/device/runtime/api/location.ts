import { authorized } from '../authorizations';
import { openModal } from '../dialogs/modal';
import { method, Refusal } from './method';
import { requirePrivacyConsent } from './privacy';

/** A point of the fictional township: phones there all stand in the same place. */
const demoPoint = { latitude: 30.1234, longitude: 104.5678 };

async function here(): Promise<{ latitude: number; longitude: number }> {
  await requirePrivacyConsent();
  if (!(await authorized('scope.userLocation', '获取你的位置信息', '用于填写住址和返乡路线')))
    throw new Refusal('auth deny');
  return demoPoint;
}

const measured = { accuracy: 30, altitude: 0, verticalAccuracy: 0, horizontalAccuracy: 30, speed: -1 };

export const location = {
  getLocation: method('getLocation', async () => ({ ...(await here()), ...measured })),
  getFuzzyLocation: method('getFuzzyLocation', here),
  chooseLocation: method('chooseLocation', async () => {
    const point = await here();
    const { confirm, content } = await openModal({
      title: '选择位置',
      content: '',
      editable: true,
      placeholderText: '写下地点的名字',
      confirmText: '就是这里',
    });
    if (!confirm) throw new Refusal('cancel');
    return { ...point, name: content ?? '', address: content ?? '' };
  }),
  openLocation: method('openLocation', async ({ name, address }: { name?: string; address?: string }) => {
    await openModal({ title: name ?? '位置', content: address ?? '（地图）', showCancel: false });
  }),
};
