import { button, element } from '../element';
import { openSheet } from '../dialogs/sheet';
import { askSimulator } from '../session';

export interface Group {
  openGid: string;
  name: string;
}

/** Asks which of the demo's WeChat groups a card goes to; undefined when cancelled. */
export async function chooseGroup(): Promise<Group | undefined> {
  const groups = await askSimulator<Group[]>('/simulator/groups');
  return new Promise((resolve) => {
    const finish = (group: Group | undefined): void => {
      sheet.close();
      resolve(group);
    };
    const rows = groups.map((group) => {
      const row = button('group-row', '', () => finish(group));
      row.append(element('i', 'group-face', '群'), element('span', '', group.name));
      return row;
    });
    const sheet = openSheet(
      'group-sheet',
      [
        element('h3', '', '发送给'),
        element('div', 'group-list', rows.length > 0 ? rows : [element('p', '', '演示数据里没有微信群')]),
        button('action-item action-cancel', '取消', () => finish(undefined)),
      ],
      () => finish(undefined),
    );
  });
}
