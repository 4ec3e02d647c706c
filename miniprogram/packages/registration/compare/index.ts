import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { mergeHouseholds, takeOffDuplicate } from '../../../services/gridwork';
import { readHousehold } from '../../../services/registration';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { MERGE_REASONS, type Side, sidesOf, TAKE_OFF_REASONS } from './sides';

/** Two files that hold the same papers, side by side: put together into one, or one person taken off one of them. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    ids: [] as string[],
    requestId: '',
    sides: [] as Side[],
    /** Which file stays: 0, 1, or -1 while nobody chose. */
    kept: -1,
    wrong: '',
    sheet: '' as '' | 'merge' | 'takeOff',
    going: { side: 0, personId: '', name: '' },
    mergeReasons: MERGE_REASONS,
    takeOffReasons: TAKE_OFF_REASONS,
    sending: false,
  },
  methods: {
    async onLoad(query: { householdId?: string; other?: string }) {
      this.setData({
        ids: [query.householdId ?? '', query.other ?? ''],
        requestId: await makeRequestId(),
      });
      await this.load();
    },

    async load() {
      const [one = '', other = ''] = this.data.ids;
      try {
        const files = await Promise.all([readHousehold(one), readHousehold(other)]);
        this.setData({ status: 'ready', sides: sidesOf(...files, Date.now()), kept: -1, wrong: '' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    keep(event: WechatMiniprogram.TouchEvent<object, object, { side: number }>) {
      this.setData({ kept: event.currentTarget.dataset.side, wrong: '' });
    },

    askMerge() {
      if (this.data.kept === -1) this.setData({ wrong: '请先选留下哪一份' });
      else this.setData({ sheet: 'merge' });
    },

    askTakeOff(event: WechatMiniprogram.TouchEvent<object, object, { side: number; at: number }>) {
      const { side, at } = event.currentTarget.dataset;
      const person = this.data.sides[side]?.people[at];
      if (!person) return;
      this.setData({ sheet: 'takeOff', going: { side, personId: person.personId, name: person.name } });
    },

    closeSheet() {
      this.setData({ sheet: '' });
    },

    async onMergeReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { sides, kept, requestId } = this.data;
      const [keep, drop] = [sides[kept], sides[1 - kept]];
      this.setData({ sheet: '' });
      if (!keep || !drop) return;
      const seen = ({ householdId, version }: Side) => ({ householdId, version });
      const { reason } = event.detail;
      await this.send('并成一户了', () =>
        mergeHouseholds({ requestId, keep: seen(keep), drop: seen(drop), reason }),
      );
    },

    async onTakeOffReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { sides, going, requestId } = this.data;
      const [from, other] = [sides[going.side], sides[1 - going.side]];
      this.setData({ sheet: '' });
      if (!from || !other) return;
      const { householdId, version } = from;
      const { reason } = event.detail;
      await this.send(`${going.name}从这户去掉了`, () =>
        takeOffDuplicate({
          requestId,
          householdId,
          version,
          personId: going.personId,
          livesIn: other.householdId,
          reason,
        }),
      );
    },

    /** One decision about the two files on the screen; pressing twice decides once. */
    async send(done: string, act: () => Promise<unknown>) {
      if (this.data.sending) return;
      this.setData({ sending: true });
      try {
        await act();
        // Back to the list: the file below this page may be the one that is closed now.
        await wx.navigateBack({ delta: 2 });
        void wx.showToast({ title: done, icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.message);
        if (error.code === 'CONFLICT') await this.load();
      }
    },
  },
});
