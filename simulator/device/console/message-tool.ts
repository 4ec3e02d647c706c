import { button, element } from '../runtime/element';
import type { Persona } from '../runtime/persona';
import { shortTime } from './china-time';
import { simulator, type Message } from './simulator-api';
import type { Tool } from './tools-panel';

/** What would have left for WeChat, newest first; a message opens on its receiver's phone. */
export function createMessageTool(
  holders: readonly Persona[],
  onOpen: (holder: Persona, path: string) => void,
): Tool {
  const node = element('div', 'messages');
  return {
    name: '消息',
    node,
    async refresh() {
      const messages = (await simulator.messages()).slice().reverse();
      node.replaceChildren(
        ...(messages.length > 0
          ? messages.map((message) => card(message, holders, onOpen))
          : [element('p', 'empty', '还没有消息。订阅消息和群机器人的消息会按先后列在这里。')]),
      );
    },
  };
}

function card(
  message: Message,
  holders: readonly Persona[],
  onOpen: (holder: Persona, path: string) => void,
): HTMLElement {
  const holder = holders.find(({ openid }) => openid === message.to);
  const receiver = holder?.name ?? message.to;
  const { page } = message;
  return element('article', 'message', [
    element('header', '', [
      element('b', '', message.channel === 'robot' ? '群机器人' : receiver),
      element('time', '', shortTime(message.at)),
    ]),
    element('small', '', [holder?.title, message.templateId ?? message.to].filter(Boolean).join(' · ')),
    ...Object.entries(message.content).map(([name, value]) => element('p', '', `${name}：${words(value)}`)),
    ...(holder && page !== undefined && page !== ''
      ? [button('outlined', '在这部手机上打开', () => onOpen(holder, page))]
      : []),
  ]);
}

/** A field is `{value}` in a subscription message, anything in a robot's body. */
function words(value: unknown): string {
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof inner === 'string' ? inner : JSON.stringify(inner);
}
