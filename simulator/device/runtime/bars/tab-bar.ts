import type { TabBarConfig } from '../../manifest';
import { button, element } from '../element';
import { switchTab } from '../navigation';
import type { OpenPage } from '../page';
import { layers } from '../screen';
import { assetUrl } from '../assets';

interface TabMark {
  badge?: string;
  dot?: boolean;
}

const marks = new Map<number, TabMark>();
let config: TabBarConfig | undefined;
let hiddenByPage = false;

/** Draws the native tab bar under tab pages; a custom one is drawn by the mini-program itself. */
export function drawTabBar(page: OpenPage, tabBar: TabBarConfig | undefined): void {
  config = tabBar;
  const bar = layers.tabBar;
  bar.hidden = !page.isTab || tabBar === undefined || tabBar.custom === true || hiddenByPage;
  if (bar.hidden || !tabBar) return;
  bar.style.background = tabBar.backgroundColor ?? '#fff';
  bar.dataset.border = tabBar.borderStyle ?? 'black';
  bar.replaceChildren(
    ...tabBar.list.map((item, index) => tab(tabBar, item, index, page.route.path === item.pagePath)),
  );
}

function tab(
  bar: TabBarConfig,
  item: TabBarConfig['list'][number],
  index: number,
  selected: boolean,
): HTMLElement {
  const created = button('tab', '', () => switchTab(`/${item.pagePath}`));
  const icon = selected ? item.selectedIconPath : item.iconPath;
  if (icon !== undefined) {
    const image = element('img');
    image.src = assetUrl(`/${icon}`);
    image.alt = '';
    created.append(image);
  }
  created.append(element('span', '', item.text));
  created.style.color = (selected ? bar.selectedColor : bar.color) ?? '';
  created.ariaSelected = String(selected);
  const mark = marks.get(index);
  if (mark?.badge !== undefined) created.append(element('b', 'tab-badge', mark.badge));
  else if (mark?.dot) created.append(element('b', 'tab-dot'));
  return created;
}

export const markTab = (index: number, mark: TabMark): void => void marks.set(index, mark);

/** Changes an item's text or icons (wx.setTabBarItem) or the bar's colours (wx.setTabBarStyle). */
export function changeTab(index: number, change: Partial<TabBarConfig['list'][number]>): void {
  const item = config?.list[index];
  if (item) Object.assign(item, change);
}

export function styleTabBar(change: Partial<TabBarConfig>): void {
  if (config) Object.assign(config, change);
}

export function hideTabBar(hide: boolean): void {
  hiddenByPage = hide;
}
