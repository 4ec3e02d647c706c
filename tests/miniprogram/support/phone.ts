import type { Failure, Reply } from '../../../cloudfunctions/contracts/index';

type Call = { name: string; action: string; input: unknown };

/** A phone for tests: its storage, where it went, what it showed, and the cloud it reaches. */
export type Phone = {
  storage: Map<string, unknown>;
  /** Pages opened, in order: `navigateTo ../member/index?…`. */
  went: string[];
  modals: { title: string; content: string }[];
  dialled: string[];
  calls: Call[];
  /** What each further call answers, in order; the last answer stays. A thrown error is what WeChat rejects with. */
  answers: (data: unknown) => void;
  refuses: (error: Failure) => void;
  breaks: (error: unknown) => void;
  /** What the person presses on the next modals. */
  confirms: (confirm: boolean) => void;
  /** What the page that the next scanned code opens is called; null when the scanner is closed. */
  scans: (path: string | null) => void;
  fontSize: number;
};

/** What crosses to the cloud or into storage is copied, as on a phone. jsdom has no structuredClone. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Step = () => Reply<unknown>;
const never: Step = () => {
  throw new Error('the test gave the cloud no answer');
};

/** Puts a fresh phone in place of `wx`. */
export function holdPhone(): Phone {
  const steps: Step[] = [];
  let last: Step = never;
  let confirm = true;
  let scanned: string | null = null;
  const phone: Phone = {
    storage: new Map(),
    went: [],
    modals: [],
    dialled: [],
    calls: [],
    fontSize: 16,
    answers: (data) => void steps.push(() => ({ ok: true, data })),
    refuses: (error) => void steps.push(() => ({ ok: false, error })),
    breaks: (error) =>
      void steps.push(() => {
        throw error;
      }),
    scans: (path) => {
      scanned = path;
    },
    confirms: (answer) => {
      confirm = answer;
    },
  };
  const go = (kind: string) => async (options?: { url?: string }) => {
    phone.went.push([kind, options?.url].filter((part) => part !== undefined).join(' '));
  };
  const wx = {
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: { action: string; input: unknown } }) => {
        phone.calls.push({ name, ...data });
        last = steps.shift() ?? last;
        return { result: copy(last()) };
      },
    },
    getStorageSync: (key: string) => copy(phone.storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => phone.storage.set(key, copy(value)),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
    clearStorageSync: () => phone.storage.clear(),
    removeStorageSync: (key: string) => phone.storage.delete(key),
    getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSize }),
    getWindowInfo: () => ({ statusBarHeight: 24, windowWidth: 390 }),
    getMenuButtonBoundingClientRect: () => ({ top: 28, height: 32, left: 296 }),
    getEnterOptionsSync: () => ({ scene: 1001 }),
    canIUse: () => false,
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    navigateBack: go('navigateBack'),
    setNavigationBarTitle: async () => undefined,
    pageScrollTo: async () => undefined,
    stopPullDownRefresh: async () => undefined,
    showToast: async () => undefined,
    onNetworkStatusChange: () => undefined,
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) =>
      Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
    showModal: async ({ title, content }: { title: string; content: string }) => {
      phone.modals.push({ title, content });
      return { confirm };
    },
    scanCode: async () => {
      if (scanned === null) throw new Error('scanCode:fail cancel');
      return { result: '', scanType: 'WX_CODE', path: scanned };
    },
    makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => void phone.dialled.push(phoneNumber),
    // Nothing is laid out in a test, so there is nowhere to scroll to.
    nextTick: () => undefined,
  };
  Object.assign(globalThis, { wx });
  return phone;
}
