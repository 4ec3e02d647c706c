import { showToast } from '../dialogs/toast';
import { openModal } from '../dialogs/modal';
import { openCallSheet } from '../dialogs/call-sheet';
import { openScanner } from '../dialogs/scanner';
import { method, Refusal } from './method';

const quiet = (): void => undefined;
/** What this phone copied last; a browser may refuse to give its own clipboard. */
let clipboard = '';

async function setClipboardData({ data }: { data: string }): Promise<void> {
  clipboard = data;
  await navigator.clipboard.writeText(data).catch(quiet);
  showToast({ title: '内容已复制', icon: 'success' });
}

/** What the codes say that the simulated cloud makes (`wxacode.getUnlimited`). */
const MINI_PROGRAM_CODE = 'weixin://wxacode/';

/** A code of this mini-program is known by its `path`, as on a real phone: what else it holds nobody can read. */
const scanned = (text: string) => {
  const isOwn = text.startsWith(MINI_PROGRAM_CODE);
  return {
    result: isOwn ? '' : text,
    scanType: isOwn ? 'WX_CODE' : 'QR_CODE',
    charSet: 'utf-8',
    path: isOwn ? text.slice(MINI_PROGRAM_CODE.length) : '',
    rawData: btoa(encodeURIComponent(text)),
  };
};

export const device = {
  setClipboardData: method('setClipboardData', setClipboardData),
  getClipboardData: method('getClipboardData', () => ({ data: clipboard })),
  makePhoneCall: method('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
    if (phoneNumber === '') throw new Refusal('parameter error: phoneNumber is empty');
    if (!(await openCallSheet(phoneNumber))) throw new Refusal('cancel');
  }),
  scanCode: method('scanCode', async () => {
    const result = await openScanner();
    if (result === undefined) throw new Refusal('cancel');
    return scanned(result);
  }),
  vibrateShort: method('vibrateShort', quiet),
  vibrateLong: method('vibrateLong', quiet),
  setKeepScreenOn: method('setKeepScreenOn', quiet),
  setScreenBrightness: method('setScreenBrightness', quiet),
  getScreenBrightness: method('getScreenBrightness', () => ({ value: 0.5 })),
  setVisualEffectOnCapture: method('setVisualEffectOnCapture', quiet),
  onUserCaptureScreen: quiet,
  offUserCaptureScreen: quiet,
  hideKeyboard: method('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }),
  /** A computer's keyboard never covers the page. */
  onKeyboardHeightChange: quiet,
  offKeyboardHeightChange: quiet,
  onWindowResize: quiet,
  offWindowResize: quiet,
  onThemeChange: quiet,
  offThemeChange: quiet,
  onMemoryWarning: quiet,
  offMemoryWarning: quiet,
  getBatteryInfo: method('getBatteryInfo', () => ({ level: 76, isCharging: false })),
  getBatteryInfoSync: () => ({ level: 76, isCharging: false }),
  addPhoneContact: method('addPhoneContact', async ({ firstName }: { firstName: string }) => {
    const { confirm } = await openModal({ title: '存入通讯录', content: firstName, confirmText: '保存' });
    if (!confirm) throw new Refusal('cancel');
  }),
};
