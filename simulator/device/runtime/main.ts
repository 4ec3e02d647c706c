import './styles/screen.css';
import './styles/dialogs.css';
import './styles/components.css';
import type { Manifest } from '../manifest';
import { createApi } from './api';
import { installApplication, launch } from './application';
import { drawCapsule } from './bars/capsule';
import { drawNavigationBar } from './bars/navigation-bar';
import { drawStatusBar } from './bars/status-bar';
import { drawTabBar } from './bars/tab-bar';
import { followSimulatorClock } from './clock';
import { createProgram, type TemplateGroup } from './code-space';
import { enterScript } from './constructors';
import { followConsole } from './console-link';
import { followSimulatorEvents } from './events-source';
import { glassNodeAt } from './glass';
import { prepareNavigation } from './navigation';
import { setNetwork } from './network';
import type { PhoneHandle } from './phone-handle';
import { installPlugins } from './plugins';
import { guard, problems, report, watchWindow } from './problems';
import { drawScreen } from './screen';
import { openid } from './session';
import { spoken } from './speech';
import { setDataLog } from './set-data-log';
import { topPage } from './stack';
import { touchWithMouse, watchLongPress } from './touch';
import { installWxs } from './wxs';

/** `window.phone`: its handle, and the calls that the compiled mini-program consists of. */
const phone = {
  openid,
  problems,
  setDataLog,
  spoken,
  setNetwork,
  report,
  route: (): string => topPage()?.route.path ?? '',
  pageData: (): Record<string, unknown> => topPage()?.instance.data ?? {},
  enter: enterScript,
  install(manifest: Manifest, templates: TemplateGroup, warnings: readonly string[]): void {
    installPlugins(manifest);
    const program = createProgram(manifest, templates);
    prepareNavigation(program, (page) => {
      drawNavigationBar(page);
      drawTabBar(page, manifest.app.tabBar);
    });
    for (const warning of warnings) report(warning);
  },
  /** Runs one script of the mini-program; a failing page leaves the others usable. */
  define(path: string, run: () => unknown): void {
    enterScript(path);
    guard(path, run);
  },
  start(): void {
    launch();
  },
} satisfies PhoneHandle & Record<string, unknown>;

async function boot(): Promise<void> {
  watchWindow();
  drawScreen();
  await followSimulatorClock();
  drawStatusBar();
  drawCapsule();
  touchWithMouse();
  watchLongPress((target, point) => {
    glassNodeAt(target)?.triggerEvent('longpress', point, { bubbles: true, composed: true });
  });
  installWxs();
  installApplication();
  Object.assign(window, { phone, wx: createApi() });
  followConsole();
  followSimulatorEvents();
  const script = document.createElement('script');
  script.src = 'app.js';
  script.addEventListener('error', () => report('小程序没有加载出来，请看启动模拟器的窗口'));
  document.head.append(script);
}

void boot();
