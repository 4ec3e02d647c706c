import { paper } from '../../../behaviors/paper';
import { textSize } from '../../../services/text-size';
import { spokenSentences } from '../../../shared/spoken';
import { noticeReading } from '../notice-reading';
import type { Source } from '../source';
import { SIZES } from './layout';
import { paintPoster } from './paint-poster';
import { posterText } from './poster-text';

type Shape = keyof typeof SIZES;
const SHAPES: readonly { value: Shape; text: string }[] = [
  { value: 'a4', text: 'A4 打印' },
  { value: 'phone', text: '手机图' },
];

/** With the code's picture, too long for `data`, which crosses to the view. */
const sources = new WeakMap<object, Source>();

/** 海报: a notice on a sheet of A4 or a phone's screen, with the code that opens it. */
Component({
  behaviors: [noticeReading, paper, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'over',
    withCode: true,
    shapes: SHAPES,
    shape: 'a4' as Shape,
    hint: '',
    spoken: '',
  },
  methods: {
    async show(source: Source) {
      sources.set(this, source);
      this.setData({ spoken: spokenSentences(source.notice).join(''), hint: hintOf(source) });
      await this.paintShape();
    },

    async choose(event: WechatMiniprogram.TouchEvent<object, object, { shape: Shape }>) {
      this.setData({ shape: event.currentTarget.dataset.shape });
      await this.paintShape();
    },

    async paintShape() {
      const source = sources.get(this);
      if (!source) return;
      const size = SIZES[this.data.shape];
      const text = posterText(source, Date.now());
      await this.paint((pen, code) => paintPoster(pen, text, size, code), size, source.code);
    },
  },
});

function hintOf({ code, isDraft }: Source): string {
  if (isDraft) return '这是样子。发布以后再存，码才能扫。';
  return code === null
    ? '这条只发给一部分家庭，请不要贴在路边，交给要看的人。'
    : '谁扫右下角的码，都能看到这条通知。';
}
