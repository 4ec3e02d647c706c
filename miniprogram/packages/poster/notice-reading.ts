import { loading } from '../../behaviors/loading';
import { readSource, type Source } from './source';

/** A page that makes something out of a notice or a draft. What no longer holds is neither hung up nor read out. The page brings `show()`. */
export const noticeReading = Behavior({
  behaviors: [loading],
  data: { noticeId: '', draftId: '', withCode: false, over: '' },
  methods: {
    onLoad(query: { noticeId?: string; draftId?: string }): void {
      this.setData({
        noticeId: decodeURIComponent(query.noticeId ?? ''),
        draftId: decodeURIComponent(query.draftId ?? ''),
      });
      void this.load();
    },

    show(source: Source): Promise<void> {
      throw new Error(`A page of a notice brings its own show() of ${source.notice.title}`);
    },

    async load(): Promise<void> {
      try {
        const source = await readSource(this.data);
        const over = overText(source);
        this.setData({ status: over === '' ? 'ready' : 'over', over });
        if (over === '') await this.show(source);
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});

function overText({ notice: { status, withdrawn } }: Source): string {
  if (withdrawn) return `这条通知撤回了：${withdrawn.reason}。贴出去的请收回来，也不要再广播。`;
  return status === 'corrected' ? '这条通知更正过了，请用新的那一条。贴出去的旧海报请收回来。' : '';
}
