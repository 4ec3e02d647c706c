import { enterApplication, leaveApplication } from '../application';
import { assetUrl } from '../assets';
import { clockText } from '../clock';
import { button, element } from '../element';
import { redrawBars } from '../navigation';
import { layers } from '../screen';
import { cards, type Card } from './card';

const fromGroupCard = 1044;

/** WeChat around the mini-program: the groups with the cards that were shared, and the way back in. */
export function openWeChat(): void {
  leaveApplication();
  layers.weChat.hidden = false;
  layers.capsule.hidden = true;
  layers.statusBar.dataset.tone = 'dark';
  draw();
}

function draw(): void {
  const back = button('wechat-return', '', () => leave());
  back.append(element('b', '', '村安'), element('span', '', '回到小程序'));
  const list = cards().slice().reverse().map(cardNode);
  layers.weChat.replaceChildren(
    element('h2', '', '微信'),
    back,
    element('h4', '', '群聊里的小程序卡片'),
    ...(list.length > 0 ? list : [element('p', 'wechat-empty', '还没有人往群里转发过')]),
  );
}

function cardNode(card: Card): HTMLElement {
  const node = button('chat-card', '', () =>
    leave({ path: card.path, scene: fromGroupCard, group: card.openGid }),
  );
  const picture = element('img');
  picture.alt = '';
  if (card.imageUrl !== '') picture.src = assetUrl(card.imageUrl);
  node.append(
    element('small', '', `${card.group} · ${clockText(card.sentAt)}`),
    element('span', 'chat-card-body', [
      element('small', '', '村安'),
      element('b', '', card.title),
      ...(card.imageUrl === '' ? [] : [picture]),
      element('small', '', '小程序'),
    ]),
  );
  return node;
}

function leave(target?: { path: string; scene: number; group: string }): void {
  layers.weChat.hidden = true;
  layers.capsule.hidden = false;
  redrawBars();
  enterApplication(target);
}
