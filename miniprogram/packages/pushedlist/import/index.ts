import type { PushedList } from '../../../../cloudfunctions/contracts/index';
import { CloudError } from '../../../services/cloud';
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
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { calendarDate, dayText } from '../../../shared/dates';
import { DEADLINES, listView, TRIES, wrongForm, type Errors, type Form, type ListView } from './view';

/** Calls on until the list has taken this step; the cloud works a few seconds at a time. */
const STEPS = { checking: checkPushedList, applying: applyPushedList } as const;

const HOUR_MS = 3_600_000;

/** What is under way on this phone. */
type Busy = '' | 'template' | 'uploading' | 'discarding' | 'checking' | 'applying';

/** A list from the county: where it comes from, by when, and the spreadsheet, which comes in by a dry run first. */
Component({
  behaviors: [textSize],
  data: {
    deadlines: DEADLINES,
    triesOffered: TRIES,
    form: { title: '', organisation: '', documentNumber: '', date: '', hours: '24', tries: '3' } as Form,
    today: '',
    errors: {} as Errors,
    list: null as ListView | null,
    busy: '' as Busy,
    problem: '',
  },
  methods: {
    onLoad(query: { listId?: string }) {
      const today = calendarDate(Date.now());
      this.setData({ today, 'form.date': today, 'form.title': `${dayText(Date.now())}推送` });
      // A list that was left halfway: the cloud says how far it is.
      const { listId } = query;
      if (listId !== undefined)
        void this.during('checking', async () => this.drive('checking', await checkPushedList(listId)));
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.setData({ [`form.${event.currentTarget.dataset.name}`]: event.detail.value, errors: {} });
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>) {
      this.setData({ [`form.${event.currentTarget.dataset.name}`]: event.detail.chosen[0] ?? '' });
    },

    /** Runs one thing at a time and says beside the buttons what went wrong. */
    async during(busy: Busy, work: () => Promise<void>) {
      if (this.data.busy !== '') return;
      this.setData({ busy, problem: '' });
      try {
        await work();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        const { fileId, ...errors } = error.fields;
        const beside = Object.keys(errors).length > 0;
        this.setData({ errors, problem: fileId ?? (beside ? '' : error.message) });
        if (beside) scrollToWrong(this);
      } finally {
        this.setData({ busy: '' });
      }
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
        await this.drive('checking', staged);
      });
    },

    goOn() {
      const { list } = this.data;
      if (list?.step === 'checking' || list?.step === 'applying') this.run(list.step);
    },

    async apply() {
      const { list } = this.data;
      if (!list) return;
      const { confirm } = await wx.showModal({
        title: `下发 ${list.toFind} 人？`,
        content: '派给各网格去找。填得不对的行不会下发。',
        confirmText: '下发',
        confirmColor: '#17517d',
        cancelText: '再看看',
      });
      if (confirm) this.run('applying');
    },

    run(step: keyof typeof STEPS) {
      const { list } = this.data;
      if (list) void this.during(step, async () => this.drive(step, await STEPS[step](list.listId)));
    },

    async drive(step: keyof typeof STEPS, begun: PushedList) {
      let list = begun;
      this.setData({ busy: step });
      for (;;) {
        this.setData({ list: listView(list, Date.now()) });
        if (list.status !== step) return;
        list = await STEPS[step](list.listId);
      }
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
