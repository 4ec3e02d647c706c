import type { PreviewPart } from '../../../cloudfunctions/contracts/index';
import { emptyPreview, readPreview } from './previewing';

/** Whose turn a proposal is: `waiting` for my word, being somebody else's; `mine`, to be taken back only. */
export type Turn = 'none' | 'waiting' | 'mine';

export const turnOf = (proposal: { status: string; isMine: boolean }, isOffice: boolean): Turn =>
  !isOffice || proposal.status !== 'proposed' ? 'none' : proposal.isMine ? 'mine' : 'waiting';

/** A page that shows whose case a proposal would change, for as long as somebody looks. The page brings `askPreview()`. */
export const proposalShowing = Behavior({
  data: { preview: emptyPreview, turn: 'none' as Turn, left: false },
  lifetimes: {
    detached() {
      this.setData({ left: true });
    },
  },
  methods: {
    askPreview(after?: string): Promise<PreviewPart> {
      throw new Error(`A page of a proposal brings its own askPreview(), also after ${after ?? 'nothing'}`);
    },

    async readOn(): Promise<void> {
      this.setData({ preview: emptyPreview });
      await readPreview(
        (after) => this.askPreview(after),
        (preview) => {
          if (!this.data.left) this.setData({ preview });
          return !this.data.left;
        },
      );
    },
  },
});
