import { textSize } from '../../services/text-size';

Component({
  behaviors: [textSize],
  data: {},
  pageLifetimes: {
    show() {
      this.getTabBar().setData({ selected: 1 });
    },
  },
});
