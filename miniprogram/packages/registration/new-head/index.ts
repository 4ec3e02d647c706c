import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { changeHead } from '../../../services/household-life';
import { readHousehold } from '../../../services/registration';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { options, RELATIONS, type RelationName } from '../../../shared/labels';

type Related = Exclude<RelationName, 'head'>;
const isRelated = (value: string): value is Related => value in RELATIONS && value !== 'head';
const relations = options(RELATIONS).filter(({ value }) => value !== 'head');
const REASONS = ['户主去世了', '户主年纪大了', '户主长期在外', '家里商量好的'];

/** One of the others, and what they are to the new head; empty until chosen. */
type Other = { personId: string; name: string; relation: string; error: string };

/** 换户主, at the door: who it is, and what everybody else is to them. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    householdId: '',
    requestId: '',
    version: 0,
    people: [] as { value: string; text: string }[],
    headId: '',
    headError: '',
    relations,
    others: [] as Other[],
    reasons: REASONS,
    asksReason: false,
    problem: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { householdId?: string }) {
      this.setData({ householdId: query.householdId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const { version, people } = await readHousehold(this.data.householdId);
        this.setData({
          status: 'ready',
          version,
          people: people
            .filter(({ relation }) => relation !== 'head')
            .map(({ personId, name }) => ({ value: personId, text: name })),
          headId: '',
          others: people.map(({ personId, name }) => ({ personId, name, relation: '', error: '' })),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    chooseHead(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ headId: event.detail.chosen[0] ?? '', headError: '' });
    },

    chooseRelation(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      const at = `others[${index}]`;
      this.setData({ [`${at}.relation`]: event.detail.chosen[0] ?? '', [`${at}.error`]: '' });
    },

    send() {
      const { headId, others } = this.data;
      const judged = others.map((one) => ({
        ...one,
        error: one.personId === headId || isRelated(one.relation) ? '' : `请选${one.name}是新户主的什么人`,
      }));
      this.setData({ headError: headId === '' ? '请选新户主' : '', others: judged, problem: '' });
      if (headId !== '' && judged.every(({ error }) => error === '')) this.setData({ asksReason: true });
    },

    closeReason() {
      this.setData({ asksReason: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ asksReason: false });
      if (this.data.sending) return;
      this.setData({ sending: true });
      const { householdId, requestId, version, headId, others } = this.data;
      try {
        await changeHead({
          householdId,
          requestId,
          version,
          headId,
          reason: event.detail.reason,
          relations: others.flatMap(({ personId, relation }) =>
            personId !== headId && isRelated(relation) ? [{ personId, relation }] : [],
          ),
        });
        await wx.navigateBack();
        void wx.showToast({ title: '户主换好了', icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
        if (error.code === 'CONFLICT') await this.load();
      }
    },
  },
});
