import { AUDIENCE_TAGS, options, ROLES } from '../../../../shared/labels';
import { answering } from '../answering';
import { BLANK, type NoticeForm } from '../form';
import type { TreeRow } from '../grid-tree';

const WHOM = [
  { value: 'everybody', text: '每一户' },
  { value: 'tagged', text: '只给几类住户' },
  { value: 'staff', text: '只给工作人员' },
];
const INDENT_PX = 28;

/** Whom it goes to: grids, and who of their people. Says `press` and `open` of a grid, and `recount`. */
Component({
  behaviors: [answering],
  properties: {
    draft: { type: Object, value: BLANK as NoticeForm },
    rows: { type: Array, value: [] as TreeRow[] },
    /** How many it reaches, in words. */
    reached: { type: String, value: '' },
    counting: { type: String, value: 'none' },
    errors: { type: Object, value: {} as Record<string, string> },
    large: { type: Boolean, value: false },
  },
  data: {
    whom: WHOM,
    tags: options(AUDIENCE_TAGS),
    roles: options(ROLES),
    tree: [] as (TreeRow & { indent: number })[],
  },
  observers: {
    rows(rows: TreeRow[]) {
      this.setData({ tree: rows.map((row) => ({ ...row, indent: row.above.length * INDENT_PX })) });
    },
  },
  methods: {
    press({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('press', { gridId: currentTarget.dataset.id });
    },
    open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('open', { gridId: currentTarget.dataset.id });
    },
    recount() {
      this.triggerEvent('recount');
    },
  },
});
