import type { listPushedLists } from '../../../services/pushed-list';
import { momentText } from '../../../shared/dates';

type Row = Awaited<ReturnType<typeof listPushedLists>>['lists'][number];

/** A list as its card shows it. */
export type ListCard = {
  listId: string;
  title: string;
  /** 县疫情防控指挥部 · 今天 9:10 导入 */
  note: string;
  progress: string;
  percent: number;
  tags: { text: string; tone: '' | 'amber' | 'red' | 'green' }[];
  /** Not dispatched: it goes on where it was left. */
  unfinished: boolean;
};

/** `now`: epoch ms. */
export function listCard(row: Row, now: number): ListCard {
  const all = row.counts.toFind + row.counts.declared;
  const unfinished = row.status !== 'applied';
  const tags: ListCard['tags'] = [];
  if (unfinished) tags.push({ text: '还没下发完', tone: 'amber' });
  else {
    if (row.overdue > 0) tags.push({ text: `${row.overdue} 人过了期限`, tone: 'red' });
    if (row.unassigned > 0) tags.push({ text: `${row.unassigned} 人等您指派`, tone: 'amber' });
    if (row.open === 0) tags.push({ text: '都查清了', tone: 'green' });
  }
  return {
    listId: row.listId,
    title: row.title,
    note: `${row.source.organisation} · ${momentText(row.importedAt, now)} 导入`,
    progress: unfinished
      ? `${row.rows} 行`
      : `要找 ${all} 人，还差 ${row.open} 人。${momentText(row.deadline, now)} 前办完`,
    percent: all === 0 ? 100 : Math.round(((all - row.open) / all) * 100),
    tags,
    unfinished,
  };
}
