import { faultPlace } from '../../../behaviors/fault-listing';
import { divisionChoosing } from '../../../behaviors/division-choosing';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { importAreas, openAreaTemplate, proposeAreas } from '../../../services/rulebook';
import { pickSpreadsheet } from '../../../services/spreadsheets';
import { textSize } from '../../../services/text-size';
import { type Errors, without } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { options, RISK_LEVELS } from '../../../shared/labels';

type Level = keyof typeof RISK_LEVELS;
type Row = { key: number; code: string; name: string; level: Level | ''; validFrom: string; validTo: string };
type Source = { organisation: string; documentNumber: string; date: string };
type Fault = { key: string; place: string; message: string };
type Change = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>;
type Touch = WechatMiniprogram.TouchEvent<object, object, { index: number }>;

const newRow = (key: number, today: string): Row => ({
  key,
  code: '',
  name: '',
  level: '',
  validFrom: today,
  validTo: '',
});

/** Risk areas one by one, or a spreadsheet of them; both wait for a second officer. */
Component({
  behaviors: [textSize, divisionChoosing],
  data: {
    levels: options(RISK_LEVELS),
    today: '',
    requestId: '',
    source: { organisation: '', documentNumber: '', date: '' } as Source,
    rows: [] as Row[],
    made: 1,
    errors: {} as Errors,
    faults: [] as Fault[],
    problem: '',
    busy: '' as '' | 'sending' | 'template' | 'uploading',
  },
  methods: {
    async onLoad() {
      const today = calendarDate(Date.now());
      this.setData({
        today,
        'source.date': today,
        rows: [newRow(0, today)],
        requestId: await makeRequestId(),
      });
    },

    write(event: Change) {
      const { name } = event.currentTarget.dataset;
      const errors = without(this.data.errors, name);
      this.setData({ [name.replace(/\.(\d+)\./g, '[$1].')]: event.detail.value, errors });
    },
    chooseLevel(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      const errors = without(this.data.errors, `rows.${index}.level`);
      this.setData({ [`rows[${index}].level`]: event.detail.chosen[0] ?? '', errors });
    },
    async choosePlace(event: Touch) {
      const { index } = event.currentTarget.dataset;
      const chosen = await this.askDivision({ title: '哪个地方', level: 'province', abroad: false });
      if (chosen?.kind !== 'division') return;
      const errors = without(this.data.errors, `rows.${index}.code`);
      this.setData({ [`rows[${index}].code`]: chosen.code, [`rows[${index}].name`]: chosen.name, errors });
    },

    addRow() {
      const { rows, made, today } = this.data;
      this.setData({ [`rows[${rows.length}]`]: newRow(made, today), made: made + 1 });
    },
    removeRow(event: Touch) {
      const { index } = event.currentTarget.dataset;
      this.setData({ rows: this.data.rows.filter((_, i) => i !== index), errors: {} });
    },

    /** Runs one thing at a time; what the cloud refuses stands beside its field. */
    async during(busy: 'sending' | 'template' | 'uploading', work: () => Promise<void>) {
      if (this.data.busy !== '') return;
      this.setData({ busy, problem: '', errors: {}, faults: [] });
      try {
        await work();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ errors: error.fields, problem: error.message });
        if (Object.keys(error.fields).length > 0) scrollToWrong(this);
      } finally {
        this.setData({ busy: '' });
      }
    },

    send() {
      void this.during('sending', async () => {
        const { requestId, source, rows } = this.data;
        const { listId } = await proposeAreas({
          requestId,
          source,
          rows: rows.map(({ code, level, validFrom, validTo }) => ({
            code,
            // An empty choice is refused beside its question.
            level: level as Level,
            validFrom,
            validTo: validTo === '' ? null : validTo,
          })),
        });
        await wx.redirectTo({ url: `../area-list/index?listId=${listId}` });
      });
    },

    template() {
      void this.during('template', openAreaTemplate);
    },

    importSheet() {
      void this.during('uploading', async () => {
        const file = await pickSpreadsheet();
        if (file === null) return;
        const { list, faults } = await importAreas(this.data.source, file);
        if (list) await wx.redirectTo({ url: `../area-list/index?listId=${list.listId}` });
        else
          this.setData({
            faults: faults.map((fault, i) => ({
              key: `${i}`,
              place: faultPlace(fault),
              message: fault.message,
            })),
          });
      });
    },
  },
});
