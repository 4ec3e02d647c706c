/** A page that loads what it shows: 再试一次 and pulling down load again. The page brings `load()` and its own `status`. */
export const loading = Behavior({
  methods: {
    load(): Promise<void> {
      throw new Error('A page that loads brings its own load()');
    },

    retry(): void {
      this.setData({ status: 'loading' });
      void this.load();
    },

    async onPullDownRefresh(): Promise<void> {
      await this.load();
      await wx.stopPullDownRefresh();
    },
  },
});
