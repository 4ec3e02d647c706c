import type { readPushedEntry } from '../../../services/pushed-list';
import { dateText, momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { deadlineText, entryRow } from '../rows';

type Entry = Awaited<ReturnType<typeof readPushedEntry>>;

export type EntryPage = {
  entryId: string;
  name: string;
  papersMask: string;
  phoneMask: string;
  open: boolean;
  found: boolean;
  overdue: boolean;
  /** 今天 18:00 前查清，还剩 50 分钟 */
  deadline: string;
  result: string;
  facts: { label: string; value: string }[];
  history: { key: string; when: string; what: string }[];
  /** So many tries are missing before somebody counts as unreachable. */
  triesLeft: number;
  mayAssign: boolean;
  version: number;
};

export const blankEntry: EntryPage = {
  entryId: '',
  name: '',
  papersMask: '',
  phoneMask: '',
  open: false,
  found: false,
  overdue: false,
  deadline: '',
  result: '',
  facts: [],
  history: [],
  triesLeft: 0,
  mayAssign: false,
  version: 0,
};

/** `now`: epoch ms. */
export function entryPage(entry: Entry, now: number): EntryPage {
  const { source } = entry;
  const facts = [
    { label: '派给', value: entry.placed ? shortPlace(entry.place) : '还没有派到村' },
    { label: '住址', value: entry.address },
    { label: '从哪里来', value: entry.cameFrom },
    { label: '到达', value: entry.arrivesOn === null ? '' : dateText(entry.arrivesOn) },
    { label: '名单', value: entry.listTitle },
    {
      label: '谁发来的',
      value: [source.organisation, source.documentNumber, dateText(source.date)].filter(Boolean).join('，'),
    },
  ];
  return {
    entryId: entry.entryId,
    name: entry.name,
    papersMask: entry.papersMask,
    phoneMask: entry.phoneMask ?? '',
    open: entry.status === 'open',
    found: entry.status === 'declared',
    overdue: entry.overdue,
    deadline: deadlineText(entry.deadline, now),
    result: entry.status === 'open' ? '' : (entryRow(entry, now).tags[0]?.text ?? ''),
    facts: facts.filter(({ value }) => value !== ''),
    history: entry.history
      .map(({ at, byName, what }, i) => ({
        key: String(i),
        when: [momentText(at, now), byName].filter(Boolean).join('，'),
        what,
      }))
      .reverse(),
    triesLeft: Math.max(0, entry.triesNeeded - entry.tries),
    mayAssign: entry.mayAssign,
    version: entry.version,
  };
}

/** What is asked before each act. */
export const SHEETS = {
  phone: {
    title: '打过电话了，结果怎样？',
    note: '',
    ready: ['没有人接', '号码不对', '说过两天回来', '说马上来申报'],
    confirmText: '记下这次电话',
  },
  door: {
    title: '上过门了，结果怎样？',
    note: '',
    ready: ['家里没人', '家人说还没回来', '见到本人了'],
    confirmText: '记下这次上门',
  },
  elsewhere: {
    title: '人在哪里？',
    note: '镇里会报给县里，由那边去查。',
    ready: ['人在外地，没有回来', '住在本县别的镇'],
    confirmText: '办结：人在别处',
  },
  wrongPerson: {
    title: '怎么知道不是这个人？',
    note: '',
    ready: ['证件号和本人对不上', '本地没有这个人'],
    confirmText: '办结：不是这个人',
  },
  unreachable: {
    title: '怎么联系过？',
    note: '镇里会报给县里。',
    ready: ['电话停机，家里没人', '电话不接，邻居也不知道'],
    confirmText: '办结：联系不上',
  },
  reopen: { title: '为什么再找？', note: '', ready: ['他回来了', '上次办结弄错了'], confirmText: '重新去找' },
} as const;
export type Sheet = keyof typeof SHEETS;
