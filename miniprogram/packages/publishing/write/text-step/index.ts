import { NOTICE_FACTS, NOTICE_KINDS, type NoticeFactName, options } from '../../../../shared/labels';
import { answering } from '../answering';
import { BLANK, type NoticeForm } from '../form';

const EXAMPLES: Readonly<Record<NoticeFactName, string>> = {
  when: '例如 明天 7:00–11:00',
  where: '例如 村文化广场',
  who: '例如 全家人，1 岁以上',
  bring: '例如 身份证，戴好口罩',
};

/** What kind of notice, what it is called, and the facts that stand first and large. */
Component({
  behaviors: [answering],
  properties: {
    draft: { type: Object, value: BLANK as NoticeForm },
    errors: { type: Object, value: {} as Record<string, string> },
    large: { type: Boolean, value: false },
  },
  data: {
    kinds: options(NOTICE_KINDS),
    facts: (Object.keys(NOTICE_FACTS) as NoticeFactName[]).map((label) => ({
      label,
      name: NOTICE_FACTS[label],
      example: EXAMPLES[label],
    })),
  },
});
