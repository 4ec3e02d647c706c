/** What the compiler hands to the phone: the configuration of the mini-program, already resolved. */
export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface TabBarConfig {
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white';
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; name?: string; pages: string[] }[];
  subpackages?: { root: string; name?: string; pages: string[] }[];
  entryPagePath?: string;
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  usingComponents?: Record<string, string>;
  plugins?: Record<string, { version: string; provider: string }>;
  permission?: Record<string, { desc: string }>;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
}

export type StyleIsolation =
  'isolated' | 'apply-shared' | 'shared' | 'page-isolated' | 'page-apply-shared' | 'page-shared';

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: StyleIsolation;
  pureDataPattern?: string;
}

export interface Manifest {
  app: AppConfig;
  /** Routes of all pages, subpackages included, in the order of app.json. */
  pages: string[];
  /** Every page and component by its path inside the mini-program. */
  components: Record<string, ComponentConfig>;
  /** Class prefix of each component's styles; empty where styles are shared with the page. */
  scopes: Record<string, string>;
  /** Compiled style sheets by path; `app` is app.wxss. */
  styles: Record<string, string>;
}
