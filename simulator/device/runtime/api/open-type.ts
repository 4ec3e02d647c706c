import { askPermission } from '../dialogs/permission-sheet';
import { openSettings } from '../dialogs/settings-sheet';
import { passNetwork } from '../network';
import { simNumber } from '../persona';
import { notEmulated, reportError } from '../problems';
import { askSimulator } from '../session';
import { sharePage } from '../share/share-page';
import type { BuiltinNode } from '../builtins/definition';
import { agreeToPrivacy, requirePrivacyConsent } from './privacy';
import { asFailure, Refusal } from './method';

/** What a button with `open-type` does beyond being tapped. */
export async function answerOpenType(types: string, node: BuiltinNode): Promise<void> {
  // WeChat lets one button combine an ability with the privacy agreement: "getPhoneNumber|agreePrivacyAuthorization".
  const kinds = types.split('|');
  if (kinds.includes('agreePrivacyAuthorization')) {
    agreeToPrivacy();
    node.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  }
  for (const kind of kinds) {
    if (kind === 'agreePrivacyAuthorization') continue;
    const answer = answers[kind];
    if (answer) await answer(node).catch((error: unknown) => reportError(`button ${kind}`, error));
    else notEmulated(`<button open-type="${kind}">`);
  }
}

const answers: Record<string, (node: BuiltinNode) => Promise<void>> = {
  getPhoneNumber: (node) => phoneNumber(node, 'getphonenumber'),
  getRealtimePhoneNumber: (node) => phoneNumber(node, 'getrealtimephonenumber'),
  share: (node) => sharePage(node),
  openSetting: async (node) =>
    node.fire('opensetting', { authSetting: await openSettings(), errMsg: 'openSetting:ok' }),
};

async function phoneNumber(node: BuiltinNode, event: string): Promise<void> {
  try {
    await requirePrivacyConsent('getPhoneNumber');
    const number = await simNumber();
    if (number === '') throw new Refusal('no bound phone number');
    const allowed = await askPermission({
      request: '获取你的手机号',
      reason: '用于登记和联系你',
      detail: `${number.slice(0, 3)}****${number.slice(7)} 微信绑定号码`,
    });
    if (!allowed) throw new Refusal('user deny');
    await passNetwork();
    const { code } = await askSimulator<{ code: string }>('/simulator/open-data', { kind: 'phone' });
    node.fire(event, { code, errMsg: 'getPhoneNumber:ok' });
  } catch (error) {
    node.fire(event, asFailure('getPhoneNumber', error));
  }
}
