import { CloudError } from '../../../services/cloud';
import { today } from '../../../services/home';
import { listGrids } from '../../../services/township';
import { formKeeping } from './cloud-keeping';
import { closedAt, openedAt, pressed, rootRow, shownRows, type TreeRow } from './grid-tree';

/** A town has so many villages at most; looking for what a draft has chosen ends there. */
const MOST_LOOKED_AT = 40;

/** Gives the page the grids that somebody speaks for, as a tree that opens level by level. */
export const gridChoosing = Behavior({
  behaviors: [formKeeping],
  data: { rows: [] as TreeRow[] },
  methods: {
    /** The first level, and as far down as what is chosen already. */
    async loadGrids(): Promise<void> {
      const { posts } = await today();
      const led = posts.filter(({ role }) => role === 'gridLeader' || role === 'townOfficer');
      const roots = [...new Map(led.map((post) => [post.gridId, post])).values()];
      this.showRows(roots.map(({ gridId, place }) => rootRow(gridId, place, true)));
      for (const { gridId } of roots) await this.openGrid(gridId);
      const [only] = this.data.rows;
      if (this.data.draft.gridIds.length === 0 && only && roots.length === 1 && !only.hasMore)
        this.chooseGrids([only.gridId]);
      await this.openUntilFound();
    },

    async openUntilFound(): Promise<void> {
      for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
        const { rows, draft } = this.data;
        const isMissing = draft.gridIds.some((id) => !rows.some(({ gridId }) => gridId === id));
        const next = rows.find(({ hasMore, isOpen }) => hasMore && !isOpen);
        if (!isMissing || !next) return;
        await this.openGrid(next.gridId);
      }
    },

    async openGrid(gridId: string): Promise<void> {
      const below = await listGrids(gridId);
      const opened = openedAt(this.data.rows, gridId, below);
      this.showRows(
        below.length > 0
          ? opened
          : opened.map((row) => (row.gridId === gridId ? { ...row, hasMore: false } : row)),
      );
    },

    showRows(rows: Parameters<typeof shownRows>[0]): void {
      this.setData({ rows: shownRows(rows, this.data.draft.gridIds) });
    },

    async onGridOpen({ detail }: WechatMiniprogram.CustomEvent<{ gridId: string }>): Promise<void> {
      const row = this.data.rows.find(({ gridId }) => gridId === detail.gridId);
      if (row?.isOpen) {
        this.showRows(closedAt(this.data.rows, detail.gridId));
        return;
      }
      try {
        await this.openGrid(detail.gridId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        void wx.showToast({ title: error.message, icon: 'none' });
      }
    },

    onGridPress({ detail }: WechatMiniprogram.CustomEvent<{ gridId: string }>): void {
      const { rows, draft } = this.data;
      this.chooseGrids(pressed(rows, draft.gridIds, detail.gridId));
    },

    takeGrids(gridIds: string[]): void {
      throw new Error(`A page with grids brings its own takeGrids(), for ${gridIds.join()} too`);
    },

    chooseGrids(gridIds: string[]): void {
      this.takeGrids(gridIds);
      this.showRows(this.data.rows);
    },
  },
});
