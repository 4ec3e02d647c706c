import { reportError } from '../problems';
import type { Builtin } from './definition';

type Navigate = (options: { url: string; delta: number }) => Promise<unknown>;

const methods: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
};

export const navigator: Builtin = {
  name: 'navigator',
  properties: {
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    target: { type: String, value: 'self' },
    appId: String,
    path: String,
    extraData: null,
    version: String,
    shortLink: String,
  },
  setup(node) {
    node.onTap(() => {
      const method =
        node.text('target') === 'self' ? methods[node.text('openType')] : 'navigateToMiniProgram';
      const api = (window as unknown as { wx: Record<string, Navigate | undefined> }).wx[method ?? ''];
      api?.({ url: node.text('url'), delta: node.number('delta') }).then(
        () => node.fire('success'),
        (error: unknown) => {
          reportError(`navigator ${node.text('url')}`, error);
          node.fire('fail', error);
        },
      );
    });
    return undefined;
  },
};
