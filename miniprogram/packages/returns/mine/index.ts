import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { draftSavedAt } from '../../../services/drafts';
import { makeRequestId } from '../../../services/request-id';
import { cancelDeclaration, myDeclarations, tellArrival } from '../../../services/returns';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { DECLARE_DRAFT } from '../declare/draft-store';
import { arrivalsOf, type Arrival, type PersonRow } from './arrivals';

type IdEvent = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

/** My household's declarations: what becomes of them, and what can still be said differently. */
Component({
  behaviors: [textSize, loading],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    arrivals: [] as Arrival[],
    /** An unsent form on this phone: when it was written. */
    draft: '',
    reasons: ['工作走不开', '车票没买到', '不回来过了', '填错了，要重新填'],
    asking: false,
    cancelTitle: '',
    busy: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      const savedAt = draftSavedAt(DECLARE_DRAFT);
      this.setData({ draft: savedAt === 0 ? '' : momentText(savedAt, Date.now()) });
      try {
        const { declarations } = await myDeclarations();
        this.setData({ status: 'ready', arrivals: arrivalsOf(declarations, Date.now()) });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        // Who has no household has declared nothing yet.
        if (error.code === 'FORBIDDEN' || error.code === 'UNREGISTERED')
          this.setData({ status: 'ready', arrivals: [] });
        else this.setData({ status: 'failed' });
      }
    },

    declare() {
      void wx.navigateTo({ url: '../declare/index' });
    },

    openResult(event: IdEvent) {
      void wx.navigateTo({ url: `../decision/index?arrivalId=${event.currentTarget.dataset.id}` });
    },

    amend(event: IdEvent) {
      void wx.navigateTo({ url: `../declare/index?declarationId=${event.currentTarget.dataset.id}` });
    },

    changePlan(event: IdEvent) {
      const [person] = this.openPeople(event.currentTarget.dataset.id);
      if (person)
        void wx.navigateTo({ url: `../declare/index?plan=1&declarationId=${person.declarationId}` });
    },

    openPeople(arrivalId: string): PersonRow[] {
      const arrival = this.data.arrivals.find((one) => one.arrivalId === arrivalId);
      return arrival?.people.filter(({ isOpen }) => isOpen) ?? [];
    },

    async arrived(event: IdEvent) {
      const [person] = this.openPeople(event.currentTarget.dataset.id);
      if (person === undefined || this.data.busy) return;
      const confirm = await ask({
        title: '到家了？',
        content: '网格员会知道您到了，来看一下，量个体温。',
        yes: '我到了',
        no: '还没有',
      });
      if (confirm) await this.tell(async (act) => tellArrival({ ...act, withCompanions: true }), person);
    },

    /** Who doesn't come: everybody, or one of them. */
    async cancel(event: IdEvent) {
      const people = this.openPeople(event.currentTarget.dataset.id);
      const [first] = people;
      if (first === undefined) return;
      const all = people.length > 1 ? ['都不来了'] : [];
      const chosen = people.length > 1 ? await choose([...all, ...people.map(({ name }) => name)]) : 0;
      if (chosen === undefined) return;
      const withCompanions = people.length > 1 && chosen === 0;
      const person = withCompanions ? first : (people[chosen - all.length] ?? first);
      waiting.set(this, { person, withCompanions });
      this.setData({ asking: true, cancelTitle: withCompanions ? '都不来了？' : `${person.name}不来了？` });
    },

    closeAsking() {
      this.setData({ asking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const asked = waiting.get(this);
      if (asked === undefined) return;
      this.setData({ asking: false });
      const { person, withCompanions } = asked;
      const { reason } = event.detail;
      await this.tell((act) => cancelDeclaration({ ...act, reason, withCompanions }), person);
    },

    /** One act on what is shown; then it is shown anew, whether it was done or somebody else was faster. */
    async tell(
      act: (on: { requestId: string; declarationId: string; version: number }) => Promise<unknown>,
      { declarationId, version }: PersonRow,
    ) {
      if (this.data.busy) return;
      this.setData({ busy: true });
      try {
        await act({ requestId: await makeRequestId(), declarationId, version });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await wx.showToast({ title: error.message, icon: 'none' });
      }
      this.setData({ busy: false });
      await this.load();
    },
  },
});

const waiting = new WeakMap<object, { person: PersonRow; withCompanions: boolean }>();

async function choose(itemList: string[]): Promise<number | undefined> {
  try {
    return (await wx.showActionSheet({ itemList })).tapIndex;
  } catch {
    return undefined;
  }
}
