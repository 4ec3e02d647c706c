import { enterOptions, launchOptions } from '../application';
import * as geometry from '../geometry';
import { settings } from '../session';
import { topPage } from '../stack';
import { method } from './method';

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: geometry.screenWidth(),
  screenHeight: geometry.screenHeight(),
  windowWidth: geometry.screenWidth(),
  windowHeight: topPage()?.viewportHeight ?? geometry.screenHeight() - geometry.headHeight,
  statusBarHeight: geometry.statusBarHeight,
  safeArea: geometry.safeArea(),
  screenTop: topPage()?.hasNavigationBar === false ? 0 : geometry.headHeight,
});

const deviceInfo = () => ({
  abi: 'arm64-v8a',
  benchmarkLevel: 20,
  brand: 'Simulator',
  model: '村安模拟手机',
  system: 'Android 12',
  platform: 'android',
  cpuType: '',
  memorySize: '4096',
});

const appBaseInfo = () => ({
  SDKVersion: '3.8.0',
  enableDebug: false,
  host: { env: 'WeChat', appId: 'simulator' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: 'light',
  fontSizeSetting: settings.fontSize,
  fontSizeScaleFactor: settings.fontSize / 16,
});

const systemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: false,
  deviceOrientation: 'portrait',
});
const authorizeSetting = () => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
});
const everything = () => ({ ...deviceInfo(), ...appBaseInfo(), ...systemSetting(), ...windowInfo() });
const quiet = (): void => undefined;

export const system = {
  env: { USER_DATA_PATH: 'http://usr' },
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: authorizeSetting,
  getSystemInfoSync: everything,
  getSystemInfo: method('getSystemInfo', everything),
  getSystemInfoAsync: method('getSystemInfoAsync', everything),
  getMenuButtonBoundingClientRect: geometry.capsule,
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: enterOptions,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  getSkylineInfoSync: () => ({ isSupported: false, version: '' }),
  getRendererUserAgent: method('getRendererUserAgent', () => ({ userAgent: navigator.userAgent })),
  /** Nothing is ever newer than what the simulator has just compiled. */
  getUpdateManager: () => ({
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
      void setTimeout(() => listener({ hasUpdate: false })),
    onUpdateReady: quiet,
    onUpdateFailed: quiet,
    applyUpdate: quiet,
  }),
  getRandomValues: method('getRandomValues', ({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  getPerformance: () => performance,
  reportEvent: quiet,
  reportMonitor: quiet,
  reportPerformance: quiet,
  getLogManager: () => console,
  getRealtimeLogManager: () => ({ ...console, setFilterMsg: quiet, addFilterMsg: quiet }),
};
