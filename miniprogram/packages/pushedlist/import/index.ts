import type { PushedList } from '../../../../cloudfunctions/contracts/index';
import type { CloudError } from '../../../services/cloud';
import {
  applyPushedList,
  checkPushedList,
  discardPushedList,
  openPushedTemplate,
  stagePushedList,
} from '../../../services/pushed-list';
import { makeRequestId } from '../../../services/request-id';
import { pickSpreadsheet } from '../../../services/spreadsheets';
import { textSize } from '../../../services/text-size';
import { importing, type ImportStep } from '../../../behaviors/importing';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { ask } from '../../../services/tell';
import type { Errors } from '../../../shared/form-errors';
import { calendarDate, dayText } from '../../../shared/dates';
import { DEADLINES, listView, TRIES, wrongForm, type Form, type ListView } from './view';

const STEPS = { checking: checkPushedList, applying: applyPushedList } as const;

const HOUR_MS = 3_600_000;

/** A list from the county: where it comes from, by when, and the spreadsheet, which comes in by a dry run first. */
Component({
  behaviors: [importing, textSize],
  data: {
    deadlines: DEADLINES,
    triesOffered: TRIES,
    form: { title: '', organisation: '', documentNumber: '', date: '', hours: '24', tries: '3' } as Form,
    today: '',
    errors: {} as Errors,
    list: null as ListView | null,
  },
  methods: {
    onLoad(query: { listId?: string }) {
      const today = calendarDate(Date.now());
      this.setData({ today, 'form.date': today, 'form.title': `${dayText(Date.now())}推送` });
      // A list that was left halfway: the cloud says how far it is.
      const { listId } = query;
      if (listId !== undefined) void this.during('checking', async () => this.drive('checking', listId));
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.setData({ [`form.${event.currentTarget.dataset.name}`]: event.detail.value, errors: {} });
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>) {
      this.setData({ [`form.${event.currentTarget.dataset.name}`]: event.detail.chosen[0] ?? '' });
    },

    sheetNow() {
      const { list } = this.data;
      return list && { id: list.listId, step: list.step };
    },

    takeStep(step: ImportStep, listId: string) {
      return STEPS[step](listId);
    },

    showSheet(list: PushedList) {
      this.setData({ list: listView(list, Date.now()) });
    },

    showProblem({ fields, message }: CloudError) {
      const { fileId, ...errors } = fields;
      const beside = Object.keys(errors).length > 0;
      this.setData({ errors, problem: fileId ?? (beside ? '' : message) });
      if (beside) scrollToWrong(this);
    },

    template() {
      void this.during('template', openPushedTemplate);
    },

    pick() {
      const { form } = this.data;
      const errors = wrongForm(form);
      this.setData({ errors });
      if (Object.keys(errors).length > 0) {
        scrollToWrong(this);
        return;
      }
      void this.during('uploading', async () => {
        const file = await pickSpreadsheet();
        if (file === null) return;
        const staged = await stagePushedList(
          {
            requestId: await makeRequestId(),
            title: form.title,
            source: {
              organisation: form.organisation,
              documentNumber: form.documentNumber,
              date: form.date,
            },
            deadline: new Date(Date.now() + Number(form.hours) * HOUR_MS).toISOString(),
            triesNeeded: Number(form.tries),
          },
          file,
        );
        await this.drive('checking', staged.listId, staged);
      });
    },

    async apply() {
      const { list } = this.data;
      if (!list) return;
      const confirm = await ask({
        title: `下发 ${list.toFind} 人？`,
        content: '派给各网格去找。填得不对的行不会下发。',
        yes: '下发',
        no: '再看看',
      });
      if (confirm) this.run('applying');
    },

    discard() {
      const { list } = this.data;
      if (!list) return;
      void this.during('discarding', async () => {
        await discardPushedList(list.listId);
        this.setData({ list: null });
      });
    },

    openFaults() {
      const { list } = this.data;
      if (list) void wx.navigateTo({ url: `../faults/index?listId=${list.listId}` });
    },

    openEntries() {
      const { list } = this.data;
      if (list) void wx.redirectTo({ url: `../entries/index?listId=${list.listId}` });
    },
  },
});
