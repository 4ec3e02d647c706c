const KEY = 'contrast';

/** 更清楚: black on white, for weak eyes and for the sun. Kept on this phone. */
export const isHighContrast = (): boolean => wx.getStorageSync(KEY) === 'high';
export const chooseHighContrast = (high: boolean): void => wx.setStorageSync(KEY, high ? 'high' : 'standard');

/** Gives a page `contrast`, which its root view shows by the class `ca-contrast`. */
export const highContrast = Behavior({
  data: { contrast: false },
  lifetimes: {
    attached() {
      if (isHighContrast()) this.setData({ contrast: true });
    },
  },
  pageLifetimes: {
    show() {
      const contrast = isHighContrast();
      if (contrast !== this.data.contrast) this.setData({ contrast });
    },
  },
  methods: {
    switchContrast() {
      const contrast = !this.data.contrast;
      chooseHighContrast(contrast);
      this.setData({ contrast });
    },
  },
});
