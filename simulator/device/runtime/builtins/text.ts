import type { Builtin } from './definition';

interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

const allowed =
  /^(a|b|blockquote|br|code|del|div|em|h[1-6]|hr|i|img|ins|label|li|ol|p|pre|q|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|ul)$/;

const signs: Record<string, string> = {
  success: '✔',
  success_no_circle: '✔',
  warn: '!',
  info: 'i',
  waiting: '…',
  cancel: '✕',
  clear: '✕',
  download: '↓',
  search: '⌕',
};

export const texts: Builtin[] = [
  {
    name: 'text',
    attributes: ['userSelect', 'selectable', 'space'],
    properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
  },
  {
    name: 'rich-text',
    properties: { nodes: { type: null, value: '' }, space: String, userSelect: Boolean },
    setup: (node) => ({
      nodes: (nodes) => {
        node.host.replaceChildren(
          ...(typeof nodes === 'string' ? parse(nodes) : draw(nodes as RichNode[] | null)),
        );
      },
    }),
  },
  {
    name: 'icon',
    attributes: ['type'],
    properties: { type: String, size: { type: null, value: 23 }, color: String },
    setup: (node) => {
      const draw = (): void => {
        node.host.textContent = signs[node.text('type')] ?? '';
        node.host.style.setProperty('--icon-size', `${node.text('size').replace(/px$/, '')}px`);
        node.host.style.setProperty('--icon-color', node.text('color') || null);
      };
      return { type: draw, size: draw, color: draw };
    },
  },
];

/** As WeChat does, only tags that it trusts are drawn; scripts and handlers are not. */
function parse(html: string): Node[] {
  const source = new DOMParser().parseFromString(html, 'text/html').body;
  const keep = (node: Node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!isElement(node) || !allowed.test(node.localName)) return [];
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [create(node.localName, attributes, [...node.childNodes].flatMap(keep))];
  };
  return [...source.childNodes].flatMap(keep);
}

function draw(nodes: RichNode[] | null): Node[] {
  return (nodes ?? []).flatMap((node): Node[] => {
    if (node.type === 'text') return [document.createTextNode(node.text ?? '')];
    if (node.name === undefined || !allowed.test(node.name)) return [];
    return [create(node.name, node.attrs ?? {}, draw(node.children ?? null))];
  });
}

function create(tag: string, attributes: Record<string, string>, children: Node[]): HTMLElement {
  const created = document.createElement(tag);
  for (const name of ['class', 'style', 'src', 'width', 'height', 'colspan', 'rowspan', 'alt'])
    if (attributes[name] !== undefined) created.setAttribute(name, attributes[name]);
  created.append(...children);
  return created;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
