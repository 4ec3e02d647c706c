import { CloudError } from '../../../services/cloud';
import { deleteAccount } from '../../../services/household-life';
import { ask, tell } from '../../../services/tell';
import { chooseLargeText, textSize } from '../../../services/text-size';

/** What goes and what stays, in words; then it is done, and this phone knows nothing any more. */
const PARAGRAPHS = [
  {
    title: '马上删掉',
    text: '这部手机的账号、您点过的同意、您登记的手机号，还有存在手机里的草稿。以后这部手机看不到档案。',
  },
  { title: '一个人住的', text: '档案里只有您一位，整份档案一起删掉，找不回来。' },
  {
    title: '家里还有别人的',
    text: '家里的档案留着：里面有家人的内容，村里防疫也要知道每户住着谁（传染病防治法）。您搬走了，就请网格员把您从档案里去掉。',
  },
  { title: '按规定留着', text: '谁看过、改过档案的记录，谁也删不掉，为的是查得到谁动过您的信息。' },
];

Component({
  behaviors: [textSize],
  data: { paragraphs: PARAGRAPHS, understood: false, error: '', problem: '', sending: false },
  methods: {
    press() {
      this.setData({ understood: !this.data.understood, error: '' });
    },

    async send() {
      if (this.data.sending) return;
      this.setData({ error: this.data.understood ? '' : '请先看完，再勾选', problem: '' });
      if (!this.data.understood || !(await this.isMeant())) return;
      this.setData({ sending: true });
      try {
        const { fileErased, keepsPosts } = await deleteAccount();
        this.forgetEverything();
        await tell(
          '注销好了',
          [
            fileErased ? '您的档案删掉了。' : '这部手机和档案没有关系了。',
            keepsPosts ? '您的岗位还在，要请镇防控办收回。' : '',
          ].join(''),
        );
        await wx.switchTab({ url: '/pages/home/index' });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      }
    },

    async isMeant(): Promise<boolean> {
      return ask({
        title: '真的注销？',
        content: '注销以后要用，得重新登记，或者请家人再邀请。',
        yes: '注销',
        takesAway: true,
        no: '再想想',
      });
    },

    /** Drafts hold papers, the contact a number: nothing of it stays on this phone but how large its text is. */
    forgetEverything() {
      const { large } = this.data;
      wx.clearStorageSync();
      if (large) chooseLargeText(true);
    },
  },
});
