import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { watch as watchFiles, type FSWatcher } from 'chokidar';
import { bundleForBrowser } from './browser-bundle';
import { compileMiniProgram } from './compile';
import { readIcon } from './compile/icons';
import { SourceTree } from './compile/source-tree';
import { failureScript } from './failure-script';
import { send, sendFile, sendPage } from './respond';

export interface DeviceOptions {
  /** Folder of the mini-program's source. */
  miniprogram: string;
  /** Compile again when a source file changes. */
  watch: boolean;
  /** Called after such a compilation, so that open phones can load it. */
  onRebuilt: () => void;
}

export interface Device {
  /** Answers `/` and `/device/…`; false when the path isn't the device's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

/** The phone in the browser: compiles the mini-program and serves it with its runtime and the console page. */
export async function createDevice({ miniprogram, watch, onRebuilt }: DeviceOptions): Promise<Device> {
  const tree = new SourceTree(path.resolve(miniprogram));
  // A mini-program that doesn't build still gives a phone: it shows why.
  const compile = (): Promise<string> => compileMiniProgram(miniprogram).catch(failureScript);
  const [phone, consolePage] = await Promise.all([
    bundleForBrowser('runtime/main.ts'),
    bundleForBrowser('console/main.ts'),
  ]);
  let app = await compile();
  const watcher = watch
    ? watchSources(miniprogram, async () => {
        app = await compile();
        onRebuilt();
      })
    : undefined;

  const served: Record<string, () => [type: string, body: string]> = {
    '/device/phone.js': () => ['text/javascript', phone.script],
    '/device/phone.css': () => ['text/css', phone.style],
    '/device/app.js': () => ['text/javascript', app],
    '/device/console.js': () => ['text/javascript', consolePage.script],
    '/device/console.css': () => ['text/css', consolePage.style],
  };

  return {
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://phone');
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (pathname === '/') return sendPage(response, path.join(__dirname, 'console', 'console.html'));
      if (!pathname.startsWith('/device/')) return false;
      if (pathname === '/device/') return sendPage(response, path.join(__dirname, 'runtime', 'phone.html'));
      const content = served[pathname]?.();
      if (content) return send(response, 200, ...content);
      const icon = /^\/device\/icons\/([\w-]+)\.svg$/.exec(pathname)?.[1];
      const drawing = icon === undefined ? undefined : readIcon(icon);
      if (drawing !== undefined) return send(response, 200, 'image/svg+xml', drawing);
      if (pathname.startsWith('/device/files/'))
        return sendFile(response, tree, decodeURIComponent(pathname.slice('/device/files/'.length)));
      return send(response, 404, 'text/plain', 'not found');
    },
    async close() {
      await watcher?.close();
    },
  };
}

/** Editors save several files at once, so a burst of changes makes one compilation. */
function watchSources(folder: string, rebuild: () => Promise<void>): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFiles(folder, { ignoreInitial: true, ignored: /node_modules|miniprogram_npm/ });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), 100);
  });
  return watcher;
}
