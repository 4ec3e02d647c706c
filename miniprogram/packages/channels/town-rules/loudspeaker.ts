import { changeLoudspeakerRules, readLoudspeakerRules } from '../../../services/channels';
import { answersTo, everyText, numberQuestion, type Question, timeQuestion } from './questions';
import type { Topic } from './topic';

/** When the loudspeakers may be heard: what a script's plan goes by. */
export const loudspeaker: Topic = {
  title: '大喇叭什么时候播',
  note: '广播稿上“什么时候播”照这个排。早上 8 点以前、晚上 8 点以后不播。',
  scope: '存下就生效，全镇的大喇叭都照这个来',

  async read(): Promise<Question[]> {
    const { from, until, times, urgentEvery, days } = await readLoudspeakerRules();
    return [
      timeQuestion(
        'from',
        { label: '最早几点播' },
        { values: ['08:00', '08:30', '09:00', '10:00'], own: from },
      ),
      timeQuestion(
        'until',
        { label: '最晚播到几点' },
        { values: ['18:00', '18:30', '19:00', '19:30', '20:00'], own: until },
      ),
      timeQuestion(
        'times',
        { label: '平常的通知几点播', hint: '挑大家在家的时候' },
        { values: ['08:00', '10:00', '12:00', '16:00', '18:00', '19:00'], own: times },
      ),
      numberQuestion(
        'urgentEvery',
        { label: '紧急的当天多久播一遍' },
        { values: [30, 60, 120, 180], own: urgentEvery, word: everyText },
      ),
      numberQuestion(
        'days',
        { label: '一条通知最多播几天', hint: '通知过了期、事情已经开始，就不再播' },
        { values: [1, 2, 3, 5, 7], own: days, word: (count) => `${count} 天` },
      ),
    ];
  },

  wrong(questions) {
    const { times, time } = answersTo(questions);
    const [from, until] = [time('from'), time('until')];
    if (times('times').length === 0) return { times: '请至少选一个时间' };
    const outside = times('times').filter((one) => one < from || one >= until);
    return outside.length === 0
      ? {}
      : { times: `${outside.map((one) => one.replace(/^0/, '')).join('、')} 不在能播的时间里` };
  },

  change(questions) {
    const { times, time, number } = answersTo(questions);
    return changeLoudspeakerRules({
      from: time('from'),
      until: time('until'),
      times: times('times'),
      urgentEvery: number('urgentEvery'),
      days: number('days'),
    });
  },
};
