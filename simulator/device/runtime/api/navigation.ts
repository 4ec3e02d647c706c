import { EventChannel } from '../event-channel';
import * as pages from '../navigation';
import { openWeChat } from '../share/wechat';
import { method } from './method';

interface UrlOptions {
  url: string;
}

export const navigation = {
  navigateTo: method(
    'navigateTo',
    ({ url, events }: UrlOptions & { events?: Record<string, () => void> }) => {
      const eventChannel = new EventChannel();
      for (const [name, listener] of Object.entries(events ?? {})) eventChannel.on(name, listener);
      pages.navigateTo(url, eventChannel);
      return { eventChannel };
    },
  ),
  redirectTo: method('redirectTo', ({ url }: UrlOptions) => pages.redirectTo(url)),
  reLaunch: method('reLaunch', ({ url }: UrlOptions) => pages.reLaunch(url)),
  switchTab: method('switchTab', ({ url }: UrlOptions) => pages.switchTab(url)),
  navigateBack: method('navigateBack', ({ delta }: { delta?: number }) => pages.navigateBack(delta)),
  exitMiniProgram: method('exitMiniProgram', () => openWeChat()),
};
