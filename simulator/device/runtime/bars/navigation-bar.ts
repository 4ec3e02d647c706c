import { openModal } from '../dialogs/modal';
import { button, drawing, element } from '../element';
import { headHeight } from '../geometry';
import { homePath, navigateBack, reLaunch } from '../navigation';
import type { OpenPage } from '../page';
import { layers } from '../screen';
import { stack } from '../stack';
import { setViewportTop } from '../viewport';

const chevron =
  '<path d="M15 4 7 12l8 8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>';
const house =
  '<path d="M4 11 12 4l8 7v9h-5v-6H9v6H4z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>';

let loading = false;

/** Draws title and back (or home) button of the visible page, or leaves the room to a page with its own bar. */
export function drawNavigationBar(page: OpenPage): void {
  const { window: config } = page;
  const dark = config.navigationBarTextStyle !== 'black';
  const bar = layers.navigationBar;
  bar.hidden = !page.hasNavigationBar;
  bar.style.background = config.navigationBarBackgroundColor ?? '#000';
  bar.style.color = dark ? '#fff' : '#000';
  bar.replaceChildren(
    ...leadingButton(page),
    element('span', 'navigation-title', config.navigationBarTitleText ?? ''),
  );
  if (loading) bar.append(element('span', 'spinner'));
  for (const layer of [layers.statusBar, layers.capsule]) layer.dataset.tone = dark ? 'light' : 'dark';
  setViewportTop(page.hasNavigationBar ? headHeight : 0);
}

export function setNavigationBarLoading(next: boolean): void {
  loading = next;
}

/** Back while there is a page below; home when a page was opened straight from outside. */
function leadingButton(page: OpenPage): Node[] {
  if (stack.length > 1) return [iconButton('返回', chevron, () => void leave(page))];
  if (page.isTab || page.route.path === homePath()) return [];
  return [iconButton('回到首页', house, () => reLaunch(`/${homePath()}`))];
}

/** A page may ask before it is left (wx.enableAlertBeforeUnload). */
async function leave(page: OpenPage): Promise<void> {
  const question = page.alertBeforeUnload;
  if (question === undefined || (await openModal({ content: question })).confirm) navigateBack();
}

function iconButton(label: string, paths: string, onTap: () => void): HTMLButtonElement {
  const created = button('navigation-button', '', onTap);
  created.ariaLabel = label;
  created.append(drawing(paths, 24));
  return created;
}
