import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { callContact, readContact } from '../../../services/contact';
import { myDeclarations } from '../../../services/returns';
import { textSize } from '../../../services/text-size';
import { dayText, timeText } from '../../../shared/dates';
import { lastDeclared } from '../declare/declared';
import { nextSteps, resultOf, type Result } from './results';

/** What applies to those who declared together, why, and what to do next. */
Component({
  behaviors: [textSize, loading],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    arrivalId: '',
    sent: false,
    /** Somebody else's declaration: there is no page of one's own to go to. */
    isProxy: false,
    results: [] as Result[],
    steps: [] as string[],
    arrival: '',
    provisional: false,
    callName: '',
  },
  methods: {
    async onLoad({ arrivalId = '', sent, proxy }: { arrivalId?: string; sent?: string; proxy?: string }) {
      this.setData({ arrivalId, sent: sent === '1', isProxy: proxy === '1' });
      await this.load();
    },

    async load() {
      const { arrivalId } = this.data;
      try {
        const known = lastDeclared(arrivalId);
        const declarations = known.length > 0 ? known : (await myDeclarations()).declarations;
        const together = declarations.filter(
          (one) => one.arrivalId === arrivalId && one.status !== 'cancelled',
        );
        const [first] = together;
        if (first === undefined) {
          await wx.redirectTo({ url: '../mine/index' });
          return;
        }
        this.setData({
          status: 'ready',
          results: together.map(resultOf),
          steps: nextSteps(together),
          arrival: `${dayText(first.arrivesAt)} ${timeText(first.arrivesAt)}`,
          provisional: together.some(({ isProvisional }) => isProvisional),
          callName: readContact()?.name ?? '',
        });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed' });
      }
    },

    call() {
      void callContact();
    },

    openMine() {
      void wx.redirectTo({ url: '../mine/index' });
    },

    goBack() {
      if (this.data.isProxy) void wx.navigateBack();
      else void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
