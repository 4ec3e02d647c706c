import { recordTest, type TestForm } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { options, TEST_RESULTS } from '../../../shared/labels';
import { oneLine, wrongWords } from '../../../shared/words';
import { acting } from '../acting';

type Result = TestForm['result'];

/** 核酸结果: what came of a test that was due; one whose result was not out is filled in again. */
Component({
  behaviors: [acting, textSize],
  data: {
    day: 0,
    today: '',
    date: '',
    place: '',
    results: options(TEST_RESULTS),
    chosen: [] as string[],
  },
  methods: {
    async onLoad(query: { observationId?: string; day?: string }) {
      const today = calendarDate(Date.now());
      this.setData({ day: Number(query.day ?? 0), today, date: today });
      await this.begin(query);
    },
    onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ date: event.detail.value });
    },
    onPlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ place: event.detail.value });
    },
    onResult(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ chosen: event.detail.chosen });
    },
    async save() {
      const { day, date, chosen } = this.data;
      const place = oneLine(this.data.place);
      const result = chosen[0] as Result | undefined;
      const wrong = {
        date: date === '' ? '请选择哪天做的' : '',
        place: wrongWords(place, '在哪里做的', { min: 0, max: 40 }),
        result: result === undefined ? '请选择检测结果' : '',
      };
      await this.act(
        wrong,
        (act) => recordTest({ ...act, day, date, place, result: result ?? 'waiting' }),
        '记下了',
      );
    },
  },
});
