import type { ReleaseView } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { measureWords, ROLES, SEXES, TEST_RESULTS } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { dayOfDate, halfText } from '../../../shared/slot-words';
import { span } from '../words';

type Slot = ReleaseView['slots'][number];
type Cell = { text: string; tone: 'normal' | 'amber' | 'red' | 'grey'; words: string };
type Step = 'propose' | 'check' | 'approve';

const SLOT_WORDS = { late: '补报', proxied: '代报', reported: '', missed: '漏报', paused: '暂停' } as const;

/** One half of one day: the figure, and how it came to be in words. */
function cellOf(slot: Slot | undefined): Cell {
  if (slot === undefined) return { text: '', tone: 'grey', words: '不用报' };
  const { state, temperature, abnormal, explanation } = slot;
  if (state === null) return { text: '没记录', tone: 'red', words: '没有记录' };
  if (temperature === null) {
    const isOpen = state === 'missed' && explanation === null;
    return {
      text: SLOT_WORDS[state],
      tone: isOpen ? 'red' : 'grey',
      words: explanation?.text ?? SLOT_WORDS[state],
    };
  }
  const how = SLOT_WORDS[state];
  const text = temperature.toFixed(1);
  return { text, tone: abnormal ? 'red' : how === '' ? 'normal' : 'amber', words: abnormal ? '异常' : how };
}

/** The whole record, a row a day. */
export function recordDays(slots: readonly Slot[]): { date: string; am: Cell; pm: Cell }[] {
  const dates = [...new Set(slots.map(({ date }) => date))];
  const at = (date: string, half: Slot['half']) =>
    cellOf(slots.find((slot) => slot.date === date && slot.half === half));
  return dates.map((date) => ({ date: dayOfDate(date), am: at(date, 'am'), pm: at(date, 'pm') }));
}

/** What one attests by pressing, and what the button says. */
const ATTESTS: Readonly<Record<Step, { button: string; line: string }>> = {
  propose: { button: '记录齐全，提出解除', line: '我核对过每一次体温和核酸，没有隐瞒' },
  check: { button: '记录属实，审核通过', line: '我看过全部记录和漏报原因' },
  approve: { button: '批准解除，发证明', line: '批准后马上解除，并发出期满证明' },
};
const HAPPENED = { propose: '提出解除', check: '审核通过', approve: '批准解除', return: '退回' } as const;

/** Everything that the page shows of one release. */
export type StepPage = ReturnType<typeof stepPage>;

export const stepPage = (view: ReleaseView, now: number) => ({
  name: view.name,
  who: `${SEXES[view.sex]} · ${view.papersMask}`,
  place: shortPlace(view.place),
  measure: measureWords(view),
  span: span(view.firstDate, view.lastDate),
  figures: [
    { count: view.counts.normalTemperatures, label: '次体温正常' },
    { count: view.counts.negativeTests, label: '次核酸阴性' },
    { count: view.counts.abnormal, label: '次异常' },
  ],
  obstacles: view.obstacles.map(({ words }) => words),
  days: recordDays(view.slots),
  gaps: view.slots.flatMap(({ date, half, explanation }) =>
    explanation
      ? [
          {
            key: `${date}${half}`,
            when: `${dayOfDate(date)} ${halfText(half)}`,
            words: `${explanation.text}（${explanation.byName}写）`,
          },
        ]
      : [],
  ),
  tests: view.tests.map(({ day, date, done }) => ({
    title: `第 ${day} 天，${dayOfDate(date)}`,
    result: done ? TEST_RESULTS[done.result] : '还没有做',
    note: done ? [dayOfDate(done.date), done.place].filter((part) => part !== '').join('，') : '',
    tone: done?.result === 'negative' ? 'green' : 'amber',
  })),
  changes: [
    ...view.pauses.map(
      ({ from, to, reason }) =>
        `${dayOfDate(from)}${to === null ? '起' : `到 ${dayOfDate(to)}`}暂停：${reason}`,
    ),
    ...view.extensions.map(({ days, reason }) => `延长 ${days} 天：${reason}`),
  ],
  history: view.history.map(({ what, name, role, at, reason }) => ({
    at,
    title: HAPPENED[what],
    note: `${name}（${ROLES[role]}） ${momentText(at, now)}`,
    reason: reason ?? '',
    isReturn: what === 'return',
  })),
  step: view.mine.step,
  attest: view.mine.step === null ? null : ATTESTS[view.mine.step],
  mayReturn: view.mine.step === 'check' || view.mine.step === 'approve',
  waits: view.mine.whyNot || WAITS[view.status],
  isDone: view.status === 'approved',
});

const WAITS: Readonly<Record<ReleaseView['status'], string>> = {
  none: '等村里提出解除',
  returned: '退回了，等村里再提出',
  proposed: '等镇里审核',
  checked: '等指挥部批准',
  approved: '已经解除，证明发出去了',
};
