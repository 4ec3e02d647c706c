import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { moveOut } from '../../../services/household-life';
import { openNumber, readHousehold, returnHousehold, verifyHousehold } from '../../../services/registration';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { emptyFile, fileView } from '../file-view';
import { reviewPeople, type ReviewPerson } from './people';
import { MOVE_REASONS, OPEN_REASONS, RETURN_REASONS } from './reasons';

type Decision = { requestId: string; householdId: string; version: number };

/** The grid member checks one household: numbers masked, opened one by one for a reason; then verified or returned. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    householdId: '',
    requestId: '',
    file: emptyFile,
    people: [] as ReviewPerson[],
    sheet: '' as '' | 'return' | 'open' | 'move',
    /** Which number the sheet is asked for: person and number by their places. */
    opening: { person: 0, number: 0, name: '' },
    returnReasons: RETURN_REASONS,
    openReasons: OPEN_REASONS,
    moveReasons: MOVE_REASONS,
    sending: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.status === 'ready') void this.load();
    },
  },
  methods: {
    async onLoad(query: { householdId?: string }) {
      this.setData({ householdId: query.householdId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const household = await readHousehold(this.data.householdId);
        this.setData({
          status: 'ready',
          file: fileView(household, Date.now()),
          people: reviewPeople(household, household.duplicates),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    correct() {
      const id = encodeURIComponent(this.data.householdId);
      void wx.navigateTo({ url: `../change/index?householdId=${id}` });
    },

    planVisit() {
      const { householdId, file, people } = this.data;
      const name = encodeURIComponent(
        `${people.find(({ isHead }) => isHead)?.name ?? ''}家，${file.address}`,
      );
      const query = `householdId=${encodeURIComponent(householdId)}&name=${name}`;
      void wx.navigateTo({ url: `/packages/gridwork/visit-form/index?${query}` });
    },

    compare(event: WechatMiniprogram.TouchEvent<object, object, { other: string }>) {
      const { householdId } = this.data;
      const { other } = event.currentTarget.dataset;
      const query = `householdId=${encodeURIComponent(householdId)}&other=${encodeURIComponent(other)}`;
      void wx.navigateTo({ url: `../compare/index?${query}` });
    },

    askOpening(event: WechatMiniprogram.TouchEvent<object, object, { person: number; number: number }>) {
      const { person, number } = event.currentTarget.dataset;
      const who = this.data.people[person];
      const what = who?.numbers[number];
      if (!who || what?.open !== '') return;
      this.setData({ sheet: 'open', opening: { person, number, name: `${who.name}的${what.label}号` } });
    },

    async onOpenReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { householdId, people, opening } = this.data;
      const person = people[opening.person];
      const sealed = person?.numbers[opening.number];
      this.setData({ sheet: '' });
      if (!person || !sealed) return;
      try {
        const { reason } = event.detail;
        const { value } = await openNumber({
          householdId,
          personId: person.personId,
          field: sealed.field,
          reason,
        });
        this.setData({ [`people[${opening.person}].numbers[${opening.number}].open`]: value });
      } catch (error) {
        await this.tell('没有打开', error);
      }
    },

    dial(event: WechatMiniprogram.TouchEvent<object, object, { number: string }>) {
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number, fail: () => undefined });
    },

    changeHead() {
      const id = encodeURIComponent(this.data.householdId);
      void wx.navigateTo({ url: `../new-head/index?householdId=${id}` });
    },

    handOver() {
      const id = encodeURIComponent(this.data.householdId);
      void wx.navigateTo({ url: `../hand-over/index?householdId=${id}` });
    },

    askMoveOut() {
      this.setData({ sheet: 'move' });
    },

    async onMoveReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ sheet: '' });
      const { reason } = event.detail;
      await this.decide((decision) => moveOut({ ...decision, reason }), '档案关上了');
    },

    askReturn() {
      this.setData({ sheet: 'return' });
    },

    closeSheet() {
      this.setData({ sheet: '' });
    },

    async verify() {
      await this.decide((decision) => verifyHousehold(decision), '核实好了');
    },

    async onReturnReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ sheet: '' });
      await this.decide(
        (decision) => returnHousehold(decision, event.detail.reason),
        '退回去了，住户会看到原因',
      );
    },

    /** Sends a decision about the version that is on the screen; pressing twice decides once. */
    async decide(send: (decision: Decision) => Promise<unknown>, done: string) {
      if (this.data.sending) return;
      this.setData({ sending: true });
      const { householdId, requestId, file } = this.data;
      try {
        await send({ householdId, requestId, version: file.version });
        await wx.navigateBack();
        void wx.showToast({ title: done, icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        await this.tell('没有办成', error);
        if (error instanceof CloudError && error.code === 'CONFLICT') await this.load();
      }
    },

    async tell(title: string, error: unknown) {
      if (!(error instanceof CloudError)) throw error;
      const content = error.fields.reason ?? error.message;
      await tell(title, content);
    },
  },
});
