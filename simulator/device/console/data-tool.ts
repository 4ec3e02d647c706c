import { button, element } from '../runtime/element';
import { simulator } from './simulator-api';
import type { Tool } from './tools-panel';

const pageSize = 20;

/** A read-only look into the collections. */
export function createDataTool(): Tool {
  const node = element('div', 'data');
  let open: { name: string; offset: number } | undefined;

  const browse = (name: string | undefined, offset = 0): void => {
    open = name === undefined ? undefined : { name, offset };
    void refresh();
  };

  async function refresh(): Promise<void> {
    node.replaceChildren(
      ...(open ? await documents(open.name, open.offset, browse) : await collections(browse)),
    );
  }

  return { name: '数据', node, refresh };
}

type Browse = (name: string | undefined, offset?: number) => void;

async function collections(browse: Browse): Promise<HTMLElement[]> {
  const sizes = await simulator.collections();
  if (sizes.length === 0) return [element('p', 'empty', '还没有集合。')];
  return sizes.map(({ name, count }) => {
    const row = button('collection', '', () => browse(name));
    row.append(element('b', '', name), element('span', '', `${count} 条`));
    return row;
  });
}

async function documents(name: string, offset: number, browse: Browse): Promise<HTMLElement[]> {
  const { total, documents: page } = await simulator.collection(name, offset, pageSize);
  const last = Math.min(total, offset + pageSize);
  const turn = [
    ...(offset > 0 ? [button('outlined', '上一页', () => browse(name, Math.max(0, offset - pageSize)))] : []),
    ...(last < total ? [button('outlined', '下一页', () => browse(name, offset + pageSize))] : []),
  ];
  return [
    element('header', 'data-head', [
      button('quiet', '‹ 全部集合', () => browse(undefined)),
      element('b', '', name),
      element('small', '', total === 0 ? '没有数据' : `${offset + 1}–${last}，共 ${total} 条`),
    ]),
    ...page.map((document) => {
      const { _id, ...rest } = document;
      const details = element('details', '', [
        element('summary', '', typeof _id === 'string' ? _id : JSON.stringify(_id)),
        element('pre', '', JSON.stringify(rest, null, 2)),
      ]);
      return details;
    }),
    element('footer', 'data-turn', turn),
  ];
}
