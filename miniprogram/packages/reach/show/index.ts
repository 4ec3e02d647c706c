import type { ReachTab } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { sending } from '../../../behaviors/sending';
import { CloudError } from '../../../services/cloud';
import { listReached, readReach, readReceipts, remindHouseholds } from '../../../services/reach';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { calendarDate, timeText } from '../../../shared/dates';
import { type HouseholdCard, peopleTexts, reachCard } from '../household-cards';
import { telling } from '../telling';
import { emptyReach, isToTell, listTitle, reachView, type TabRow, tabRows } from './view';

/** So often the figures are read again while somebody looks at them. */
const EVERY_MS = 10_000;

/** Households on a first page, about: then the list is not read anew under somebody's thumb. */
const ONE_PAGE = 120;

/** 通知到户: how far a notice has come, and the households that still have to be told. */
Component({
  behaviors: [loading, paging, telling, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    noticeId: '',
    view: emptyReach,
    tab: 'unknown' as ReachTab,
    tabs: [] as TabRow[],
    /** Empty for all grids. */
    gridId: '',
    gridRows: [] as { value: string; text: string; aside: string }[],
    listTitle: '',
    toTell: true,
    /** How many households 再提醒 speaks of; 0 when nobody has to be reminded. */
    toRemind: 0,
    /** Of a reminder that is tried once more. */
    requestId: '',
    reminded: '',
    picking: '' as '' | 'grid' | 'tab',
    cards: [] as HouseholdCard[],
  },
  lifetimes: {
    detached() {
      stopGrowing(this);
    },
  },
  pageLifetimes: {
    show() {
      stopGrowing(this);
      timers.set(
        this,
        setInterval(() => void this.grow(), EVERY_MS),
      );
      if (this.data.status === 'ready') void this.grow();
    },
    hide() {
      stopGrowing(this);
    },
  },
  methods: {
    onLoad(query: { noticeId?: string }) {
      this.setData({ noticeId: decodeURIComponent(query.noticeId ?? '') });
      void this.load();
    },

    async load() {
      try {
        const reach = await readReach(this.data.noticeId);
        this.showFigures(reach);
        this.setData({ status: 'ready', ...firstPage(await this.readPage()) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    showFigures(reach: Awaited<ReturnType<typeof readReach>>) {
      const { tab, gridId } = this.data;
      const view = reachView(reach, calendarDate(Date.now()));
      const tabs = tabRows(reach.total, reach.wanted);
      const grid = view.grids.find((one) => one.gridId === gridId);
      this.setData({
        view,
        tabs,
        listTitle: listTitle(tab, tabs, grid),
        toRemind: view.over === '' ? (grid?.missing ?? view.unknown) : 0,
        gridRows: [
          { value: '', text: '所有的组', aside: view.unknown === 0 ? '齐了' : `差 ${view.unknown} 户` },
          ...view.grids.map(({ gridId: value, name, missing }) => ({
            value,
            text: name,
            aside: missing === 0 ? '齐了' : `差 ${missing} 户`,
          })),
        ],
      });
    },

    async readPage(after?: string) {
      const { noticeId, tab, gridId, view } = this.data;
      const { rows, next } = await listReached(noticeId, tab, gridId, after);
      if (after === undefined) this.setData({ gone: 0 });
      const now = Date.now();
      const teams = new Set(view.grids.map((grid) => grid.gridId));
      const cards = rows.map((row) =>
        reachCard(row, { noticeId, toTell: isToTell(tab), isTeamSaid: teams.has(row.gridId) }, now),
      );
      return { cards, next };
    },

    /** Others read and tick meanwhile. The list follows where nothing is under way on it and its first page is all that is shown. */
    async grow() {
      if (this.data.status !== 'ready') return;
      const known = this.data.view.known;
      const length = this.data.cards.length;
      try {
        this.showFigures(await readReach(this.data.noticeId));
        const isSame = this.data.view.known === known;
        if (isSame || this.isTelling() || length > ONE_PAGE || this.data.picking !== '') return;
        const page = await this.readPage();
        if (!this.isTelling()) this.setData(firstPage(page));
      } catch (error) {
        // The next time may go better; what is shown stays.
        if (!(error instanceof CloudError)) throw error;
      }
    },

    afterTelling() {
      void this.refreshFigures();
    },

    async refreshFigures() {
      try {
        this.showFigures(await readReach(this.data.noticeId));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    askGrid() {
      this.setData({ picking: 'grid' });
    },
    askTab() {
      this.setData({ picking: 'tab' });
    },
    stopPicking() {
      this.setData({ picking: '' });
    },
    pick({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.choose(this.data.picking === 'grid' ? { gridId: value } : { tab: value as ReachTab });
    },
    openTab(event: WechatMiniprogram.TouchEvent<object, object, { tab: ReachTab }>) {
      this.choose({ tab: event.currentTarget.dataset.tab });
    },
    openGrid({ detail: { gridId } }: WechatMiniprogram.CustomEvent<{ gridId: string }>) {
      this.choose({ gridId });
    },
    choose(chosen: { tab?: ReachTab; gridId?: string }) {
      const { tab, gridId } = { tab: this.data.tab, gridId: this.data.gridId, ...chosen };
      this.setData({ tab, gridId, toTell: isToTell(tab), picking: '', cards: [], next: '' });
      void this.load();
    },

    async remind() {
      const requestId = this.data.requestId || (await makeRequestId());
      this.setData({ requestId });
      const { noticeId, gridId } = this.data;
      const isDone = await this.send(async () => {
        const { at } = await remindHouseholds(requestId, noticeId, gridId);
        this.setData({ reminded: `${timeText(at)} 提醒了。没开消息的户，还要打电话` });
      });
      // What was refused is another act the next time; what got lost on the way is the same.
      if (isDone || this.data.problem !== '') this.setData({ requestId: '' });
    },

    async people({ detail: { householdId } }: WechatMiniprogram.CustomEvent<{ householdId: string }>) {
      const line = this.data.cards.find((card) => card.householdId === householdId)?.lines[0];
      if (!line) return;
      try {
        this.changeCard(householdId, { people: peopleTexts(await readReceipts(line), Date.now()) });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有打开', error.message);
      }
    },

    openStaff() {
      const { noticeId } = this.data;
      void wx.navigateTo({ url: `../staff/index?noticeId=${encodeURIComponent(noticeId)}` });
    },
  },
});

const timers = new WeakMap<object, number>();
function stopGrowing(page: object): void {
  const timer = timers.get(page);
  if (timer !== undefined) clearInterval(timer);
  timers.delete(page);
}
