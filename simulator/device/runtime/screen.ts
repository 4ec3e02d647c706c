import { element } from './element';

/** The layers of the phone's screen, from back to front. */
export const layers = {
  pages: element('div', 'layer-pages'),
  navigationBar: element('div', 'navigation-bar'),
  tabBar: element('div', 'tab-bar'),
  statusBar: element('div', 'status-bar'),
  /** Toasts, modals and sheets that WeChat draws over the page. */
  overlay: element('div', 'layer-overlay'),
  capsule: element('div', 'capsule'),
  /** WeChat itself, when the mini-program is left. */
  weChat: element('div', 'layer-wechat'),
  homeIndicator: element('div', 'home-indicator'),
  banner: element('div', 'problem-banner'),
};

/** Puts the layers on the document. */
export function drawScreen(): void {
  layers.homeIndicator.append(element('i'));
  layers.weChat.hidden = true;
  layers.banner.hidden = true;
  document.body.append(...Object.values(layers));
}
