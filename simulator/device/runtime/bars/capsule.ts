import { button, drawing } from '../element';
import { layers } from '../screen';
import { openCapsuleMenu } from '../share/capsule-menu';
import { openWeChat } from '../share/wechat';

const dots =
  '<circle cx="4" cy="12" r="2.6"/><circle cx="12" cy="12" r="3.2"/><circle cx="20" cy="12" r="2.6"/>';
const ring =
  '<circle cx="12" cy="12" r="9.2" fill="none" stroke="currentColor" stroke-width="2.8"/><circle cx="12" cy="12" r="4"/>';

/** The capsule that WeChat puts over every page: ••• shares, ◎ leaves the mini-program. */
export function drawCapsule(): void {
  const more = button('', '', openCapsuleMenu);
  more.ariaLabel = '更多';
  more.append(drawing(dots, 22));
  const close = button('', '', openWeChat);
  close.ariaLabel = '关闭小程序';
  close.append(drawing(ring, 20));
  layers.capsule.append(more, close);
}
