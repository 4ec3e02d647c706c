import type { ReminderSettings } from '../../../services/robots';

type Option = { value: string; text: string };
export type Question = {
  name: keyof ReminderSettings;
  label: string;
  hint: string;
  multiple: boolean;
  options: Option[];
  chosen: string[];
};

const HOURS = ['07:30', '09:00', '12:00', '15:00', '18:00', '20:00'];

const numbers = (values: readonly number[], word: (value: number) => string): Option[] =>
  values.map((value) => ({ value: String(value), text: word(value) }));
const every = (minutes: number): string =>
  minutes % 60 === 0 ? `每 ${minutes / 60} 小时` : `每 ${minutes} 分钟`;
const hours = (values: readonly string[]): Option[] =>
  [...values].sort().map((hour) => ({ value: hour, text: hour.replace(/^0/, '') }));
/** What the town has set stays among what can be chosen. */
const withOwn = (values: readonly number[], own: number): number[] =>
  [...new Set([...values, own])].sort((a, b) => a - b);

/** What the town says about reminders, each with the answers to choose from. */
export const questionsOf = (settings: ReminderSettings): Question[] => [
  {
    name: 'hours',
    label: '每天几点提醒',
    hint: '只提醒还没看的住户。夜里 9 点到早上 7 点不发',
    multiple: true,
    options: hours([...new Set([...HOURS, ...settings.hours])]),
    chosen: settings.hours,
  },
  {
    name: 'times',
    label: '一条通知最多提醒几次',
    hint: '还没看的，由网格员打电话、上门',
    multiple: false,
    options: numbers(withOwn([0, 2, 4, 6], settings.times), (times) =>
      times === 0 ? '不提醒' : `${times} 次`,
    ),
    chosen: [String(settings.times)],
  },
  {
    name: 'urgentEveryMinutes',
    label: '紧急通知多久提醒一次',
    hint: '',
    multiple: false,
    options: numbers(withOwn([30, 60, 120, 240], settings.urgentEveryMinutes), every),
    chosen: [String(settings.urgentEveryMinutes)],
  },
  {
    name: 'aDay',
    label: '一户一天最多收几条',
    hint: '发出紧急通知的那一条不算在内',
    multiple: false,
    options: numbers(withOwn([1, 2, 3, 5], settings.aDay), (count) => `${count} 条`),
    chosen: [String(settings.aDay)],
  },
  {
    name: 'keptForUrgent',
    label: '给紧急通知留几条',
    hint: '住户每答应一次，微信只让发一条。留着的，平常的通知不用',
    multiple: false,
    options: numbers(withOwn([0, 1, 2], settings.keptForUrgent), (count) =>
      count === 0 ? '不留' : `${count} 条`,
    ),
    chosen: [String(settings.keptForUrgent)],
  },
];

/** The answers as the cloud takes them. */
export function settingsOf(questions: readonly Question[]): ReminderSettings {
  const chosen = (name: keyof ReminderSettings): string[] =>
    questions.find((question) => question.name === name)?.chosen ?? [];
  const number = (name: keyof ReminderSettings): number => Number(chosen(name)[0]);
  return {
    hours: [...chosen('hours')].sort(),
    times: number('times'),
    urgentEveryMinutes: number('urgentEveryMinutes'),
    aDay: number('aDay'),
    keptForUrgent: number('keptForUrgent'),
  };
}
