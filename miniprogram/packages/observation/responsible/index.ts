import { CloudError } from '../../../services/cloud';
import { readRecord, setResponsible } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongName } from '../../../shared/words';
import { acting } from '../acting';
import { RESPONSIBLE_ROLES } from '../record-view';

type Role = keyof typeof RESPONSIBLE_ROLES;
const ROLES = Object.keys(RESPONSIBLE_ROLES) as Role[];
const blankRows = ROLES.map((role) => ({ role, label: RESPONSIBLE_ROLES[role], name: '', error: '' }));

/** 五包一: who answers for this person, one a role; an empty one is nobody. */
Component({
  behaviors: [acting, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    rows: blankRows,
  },
  methods: {
    async onLoad(query: { observationId?: string }) {
      await this.begin(query);
      await this.load();
    },

    async load() {
      try {
        const { responsible } = await readRecord(this.data.observationId);
        const nameOf = (role: Role) => responsible.find((one) => one.role === role)?.name ?? '';
        this.setData({ status: 'ready', rows: blankRows.map((row) => ({ ...row, name: nameOf(row.role) })) });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed', problem: error.code === 'NETWORK' ? '' : error.message });
      }
    },

    retry() {
      this.setData({ status: 'loading' });
      void this.load();
    },

    onName(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number }>) {
      const { at } = event.currentTarget.dataset;
      this.setData({ [`rows[${at}].name`]: event.detail.value, [`rows[${at}].error`]: '' });
    },

    async save() {
      const named = this.data.rows.map(({ role, name }) => ({ role, name: oneLine(name) }));
      const responsible = named.filter(({ name }) => name !== '');
      const wrong = named.map(({ name }) => (name === '' ? '' : wrongName(name)));
      this.setData(Object.fromEntries(wrong.map((error, at) => [`rows[${at}].error`, error])));
      await this.act(
        {
          names: wrong.find((error) => error !== '') ?? '',
          all: responsible.length > 0 ? '' : '至少要有一个人',
        },
        (act) => setResponsible({ ...act, responsible }),
        '定好了',
      );
    },
  },
});
