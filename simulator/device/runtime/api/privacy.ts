import { openModal } from '../dialogs/modal';
import { openid } from '../session';
import { method, Refusal } from './method';

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;
type Listener = (resolve: Resolve, event: { referrer: string }) => void;

const key = `phone-privacy:${openid}`;
const contractName = '《村安小程序隐私保护指引》';
const denied = 'privacy permission is not authorized';
let listener: Listener | undefined;

const agreed = (): boolean => localStorage.getItem(key) === 'agreed';

/** The person pressed a button with open-type="agreePrivacyAuthorization". */
export function agreeToPrivacy(): void {
  localStorage.setItem(key, 'agreed');
}

/** Before an API touches personal data the person must have agreed to the privacy guide; refuses otherwise. */
export async function requirePrivacyConsent(referrer = ''): Promise<void> {
  if (agreed()) return;
  const event = await (listener ? askPage(listener, referrer) : askInWeChat());
  if (event !== 'agree') throw new Refusal(denied, 104);
  agreeToPrivacy();
}

/** The mini-program shows its own pop-up and says what the person decided. */
const askPage = (ask: Listener, referrer: string): Promise<string> =>
  new Promise((resolve) => {
    ask(
      ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event);
      },
      { referrer },
    );
  });

async function askInWeChat(): Promise<string> {
  const { confirm } = await openModal({
    title: '用户隐私保护提示',
    content: `在使用前，请您阅读${contractName}。点“同意”表示您已阅读并同意。`,
    cancelText: '拒绝',
    confirmText: '同意',
  });
  return confirm ? 'agree' : 'disagree';
}

export const privacy = {
  getPrivacySetting: method('getPrivacySetting', () => ({
    needAuthorization: !agreed(),
    privacyContractName: contractName,
  })),
  requirePrivacyAuthorize: method('requirePrivacyAuthorize', () =>
    requirePrivacyConsent('requirePrivacyAuthorize'),
  ),
  onNeedPrivacyAuthorization: (asker: Listener): void => {
    listener = asker;
  },
  offNeedPrivacyAuthorization: (): void => {
    listener = undefined;
  },
  openPrivacyContract: method('openPrivacyContract', async () => {
    await openModal({
      title: contractName,
      content: '正式发布后，这里显示在微信公众平台登记的隐私保护指引。',
      showCancel: false,
    });
  }),
};
