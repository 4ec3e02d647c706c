import { gridShowing } from '../../../behaviors/grid-showing';
import { readDays, readNumbers, readOrigins } from '../../../services/numbers';
import { textSize } from '../../../services/text-size';
import type { Figure } from '../../../../cloudfunctions/contracts/index';
import {
  type ChartName,
  CHARTS,
  type Column,
  columns,
  emptyNumbers,
  numbersView,
  originRows,
  type OriginRow,
} from './view';

type Days = Parameters<typeof columns>[0];
/** Per page: the days as they came, to draw another chart from. They belong to no page's data. */
const daysOf = new WeakMap<object, Days>();

/** 数字一览 of one grid: each figure opens the people behind it, each grid below its own figures. */
Component({
  behaviors: [gridShowing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    view: emptyNumbers,
    origins: [] as OriginRow[],
    charts: [...CHARTS],
    chart: 'arrived' as ChartName,
    chartText: '到村',
    bars: [] as Column[],
    sum: 0,
  },
  methods: {
    async load() {
      try {
        const numbers = await readNumbers(this.askedGrid());
        const { gridId } = numbers.grid;
        const [{ origins }, { days }] = await Promise.all([readOrigins(gridId), readDays(gridId)]);
        daysOf.set(this, days);
        this.setData({ status: 'ready', view: numbersView(numbers), origins: originRows(origins) });
        this.draw(this.data.chart);
      } catch (error) {
        this.showFailure(error);
      }
    },

    draw(chart: ChartName) {
      const bars = columns(daysOf.get(this) ?? [], chart);
      this.setData({
        chart,
        chartText: CHARTS.find(({ value }) => value === chart)?.text ?? '',
        bars,
        sum: bars.reduce((sum, { count }) => sum + count, 0),
      });
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { chart: ChartName }>) {
      this.draw(event.currentTarget.dataset.chart);
    },

    openFigure(
      event: WechatMiniprogram.TouchEvent<
        object,
        object,
        { figure: Figure; measure: string; label: string; count: number }
      >,
    ) {
      const { figure, measure, label, count } = event.currentTarget.dataset;
      if (count === 0) return;
      const query = [
        `gridId=${this.data.view.gridId}`,
        `figure=${figure}`,
        ...(measure === '' ? [] : [`measure=${measure}`]),
        `title=${encodeURIComponent(label)}`,
      ].join('&');
      void wx.navigateTo({ url: `../people/index?${query}` });
    },

    openGrid(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `index?gridId=${event.currentTarget.dataset.id}` });
    },
  },
});
