import type { Counting } from '../../services/settlement';
import { yuan } from '../../shared/money';

/** How far the counting of cash has come: in a few words, and in a sentence that says what to do. */
export function countingWords({ state, by, cash, mine }: Counting): { short: string; whole: string } {
  const names = by.map(({ name, isMe }) => (isMe ? '您' : name)).join('、');
  switch (state) {
    case 'none':
      return { short: '还没有数', whole: '现金还没有数。要两个人各数各的。' };
    case 'one':
      return {
        short: `${names}数了，还差一个人`,
        whole: mine ? '还要另一个人数一遍。请不要告诉对方您的数。' : `${names}数了。请您自己再数一遍。`,
      };
    case 'differ':
      return {
        short: '两个人数的不一样',
        whole: '两个人数的不一样。请各自再数一遍，不要对数。',
      };
    case 'agreed':
      return {
        short: `两个人数的一样，${yuan(cash ?? 0)} 元`,
        whole: `${names}数的一样，一共 ${yuan(cash ?? 0)} 元。`,
      };
  }
}
