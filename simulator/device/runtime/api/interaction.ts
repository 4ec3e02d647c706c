import type { TabBarConfig } from '../../manifest';
import { setNavigationBarLoading } from '../bars/navigation-bar';
import { changeTab, hideTabBar, markTab, styleTabBar } from '../bars/tab-bar';
import { openActionSheet, type ActionSheetOptions } from '../dialogs/action-sheet';
import { openModal, type ModalOptions } from '../dialogs/modal';
import { hideToast, showLoading, showToast, type ToastOptions } from '../dialogs/toast';
import { redrawBars } from '../navigation';
import { topPage } from '../stack';
import { method, Refusal } from './method';

const bars = <O extends object>(name: string, change: (options: O) => void) =>
  method(name, (options: O) => {
    change(options);
    redrawBars();
  });

export const interaction = {
  showToast: method('showToast', (options: ToastOptions) => showToast(options)),
  showLoading: method('showLoading', (options: { title?: string; mask?: boolean }) => showLoading(options)),
  hideToast: method('hideToast', () => hideToast()),
  hideLoading: method('hideLoading', () => hideToast()),
  showModal: method('showModal', (options: ModalOptions) => openModal(options)),
  showActionSheet: method('showActionSheet', async (options: ActionSheetOptions) => {
    const tapIndex = await openActionSheet(options);
    if (tapIndex < 0) throw new Refusal('cancel');
    return { tapIndex };
  }),
  setNavigationBarTitle: bars('setNavigationBarTitle', ({ title }: { title: string }) => {
    Object.assign(topPage()?.windowChanges ?? {}, { navigationBarTitleText: title });
  }),
  setNavigationBarColor: bars(
    'setNavigationBarColor',
    ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) => {
      Object.assign(topPage()?.windowChanges ?? {}, {
        navigationBarBackgroundColor: backgroundColor,
        navigationBarTextStyle: frontColor.toLowerCase() === '#ffffff' ? 'white' : 'black',
      });
    },
  ),
  showNavigationBarLoading: bars('showNavigationBarLoading', () => setNavigationBarLoading(true)),
  hideNavigationBarLoading: bars('hideNavigationBarLoading', () => setNavigationBarLoading(false)),
  setBackgroundColor: method('setBackgroundColor', ({ backgroundColor }: { backgroundColor?: string }) => {
    const page = topPage();
    if (page && backgroundColor !== undefined) page.frame.style.backgroundColor = backgroundColor;
  }),
  setBackgroundTextStyle: method('setBackgroundTextStyle', () => undefined),
  setTabBarBadge: bars('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
    markTab(index, { badge: text.length > 4 ? '…' : text });
  }),
  removeTabBarBadge: bars('removeTabBarBadge', ({ index }: { index: number }) => markTab(index, {})),
  showTabBarRedDot: bars('showTabBarRedDot', ({ index }: { index: number }) => markTab(index, { dot: true })),
  hideTabBarRedDot: bars('hideTabBarRedDot', ({ index }: { index: number }) => markTab(index, {})),
  setTabBarItem: bars('setTabBarItem', ({ index, ...change }: { index: number; text?: string }) => {
    changeTab(index, change);
  }),
  setTabBarStyle: bars('setTabBarStyle', (change: Partial<TabBarConfig>) => styleTabBar(change)),
  showTabBar: bars('showTabBar', () => hideTabBar(false)),
  hideTabBar: bars('hideTabBar', () => hideTabBar(true)),
  startPullDownRefresh: method('startPullDownRefresh', () => topPage()?.refresher.start()),
  stopPullDownRefresh: method('stopPullDownRefresh', () => topPage()?.refresher.stop()),
  pageScrollTo: method(
    'pageScrollTo',
    ({ scrollTop, selector, duration = 300, offsetTop = 0 }: PageScrollOptions) => {
      const page = topPage();
      if (!page) return;
      const target = selector === undefined ? undefined : page.find(selector);
      if (selector !== undefined && !target) throw new Refusal(`selector ${selector} not found`);
      const top = target
        ? page.scroller.scrollTop + target.getBoundingClientRect().top + offsetTop
        : (scrollTop ?? 0);
      page.scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'auto' });
    },
  ),
  enableAlertBeforeUnload: method('enableAlertBeforeUnload', ({ message }: { message: string }) => {
    const page = topPage();
    if (page) page.alertBeforeUnload = message;
  }),
  disableAlertBeforeUnload: method('disableAlertBeforeUnload', () => {
    const page = topPage();
    if (page) page.alertBeforeUnload = undefined;
  }),
};

interface PageScrollOptions {
  scrollTop?: number;
  selector?: string;
  duration?: number;
  offsetTop?: number;
}
