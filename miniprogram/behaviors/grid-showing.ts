import { loading } from './loading';

/** A page of one grid: of the one that was asked for, or of the first that I hold. It loads anew whenever it comes back into sight. */
export const gridShowing = Behavior({
  behaviors: [loading],
  data: {
    /** Empty: the first grid that I hold. */
    asked: '',
  },
  pageLifetimes: {
    show() {
      if (this.data.status === 'ready') void this.load();
    },
  },
  methods: {
    onLoad(query: { gridId?: string }): void {
      this.setData({ asked: query.gridId ?? '' });
      void this.load();
    },

    askedGrid(): string | undefined {
      return this.data.asked === '' ? undefined : this.data.asked;
    },
  },
});
