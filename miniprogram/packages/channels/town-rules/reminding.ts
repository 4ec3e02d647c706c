import { changeReminderSettings, readReminderSettings } from '../../../services/robots';
import { answersTo, everyText, numberQuestion, type Question, timeQuestion } from './questions';
import type { Topic } from './topic';

/** When households that have not read a notice are reminded, and how often. */
export const reminding: Topic = {
  title: '怎么提醒没看通知的住户',
  note: '只发给答应收消息的手机。收不到的，都在网格员的名单上。',
  scope: '存下就生效，全镇的通知都照这个来',

  async read(): Promise<Question[]> {
    const { hours, times, urgentEveryMinutes, aDay, keptForUrgent } = await readReminderSettings();
    return [
      timeQuestion(
        'hours',
        { label: '每天几点提醒', hint: '只提醒还没看的住户。夜里 9 点到早上 7 点不发' },
        { values: ['07:30', '09:00', '12:00', '15:00', '18:00', '20:00'], own: hours },
      ),
      numberQuestion(
        'times',
        { label: '一条通知最多提醒几次', hint: '还没看的，由网格员打电话、上门' },
        { values: [0, 2, 4, 6], own: times, word: (count) => (count === 0 ? '不提醒' : `${count} 次`) },
      ),
      numberQuestion(
        'urgentEveryMinutes',
        { label: '紧急通知多久提醒一次' },
        { values: [30, 60, 120, 240], own: urgentEveryMinutes, word: everyText },
      ),
      numberQuestion(
        'aDay',
        { label: '一户一天最多收几条', hint: '发出紧急通知的那一条不算在内' },
        { values: [1, 2, 3, 5], own: aDay, word: (count) => `${count} 条` },
      ),
      numberQuestion(
        'keptForUrgent',
        { label: '给紧急通知留几条', hint: '住户每答应一次，微信只让发一条。留着的，平常的通知不用' },
        { values: [0, 1, 2], own: keptForUrgent, word: (count) => (count === 0 ? '不留' : `${count} 条`) },
      ),
    ];
  },

  wrong(questions) {
    const noHour = answersTo(questions).times('hours').length === 0;
    return noHour ? { hours: '请至少选一个时间。要不提醒，下面选“不提醒”' } : {};
  },

  change(questions) {
    const { times, number } = answersTo(questions);
    return changeReminderSettings({
      hours: times('hours'),
      times: number('times'),
      urgentEveryMinutes: number('urgentEveryMinutes'),
      aDay: number('aDay'),
      keptForUrgent: number('keptForUrgent'),
    });
  },
};
