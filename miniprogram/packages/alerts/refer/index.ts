import { listClinics, referAlert } from '../../../services/alerts';
import { textSize } from '../../../services/text-size';
import { calendarDate, timeText } from '../../../shared/dates';
import { oneLine, wrongWords } from '../../../shared/words';
import { formLoading } from '../form-loading';
import { sending } from '../../../behaviors/sending';

type Box = 'hospital' | 'transport' | 'escort';
const LABELS: Readonly<Record<Box, string>> = {
  hospital: '发热门诊',
  transport: '怎么去',
  escort: '谁护送',
};
const WAYS = ['救护车', '镇里专车', '自家车，戴好口罩'];
const asTiles = (texts: readonly string[]) => texts.map((text) => ({ value: text, text }));

/** To which clinic, how, with whom, and when. */
Component({
  behaviors: [formLoading, sending, textSize],
  data: {
    clinics: [] as { value: string; text: string }[],
    ways: asTiles(WAYS),
    boxes: { hospital: '', transport: '', escort: '' } as Record<Box, string>,
    /** HH:mm, of today. */
    time: '',
  },
  lifetimes: {
    attached() {
      this.setData({ time: timeText(Date.now()) });
      void this.loadClinics();
    },
  },
  methods: {
    /** Where the list can't be had, the clinic is written. */
    async loadClinics() {
      try {
        this.setData({ clinics: asTiles((await listClinics()).clinics) });
      } catch {
        this.setData({ clinics: [] });
      }
    },

    pick(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { box: Box }>) {
      this.setData({ [`boxes.${event.currentTarget.dataset.box}`]: event.detail.chosen[0] ?? '' });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { box: Box }>) {
      this.setData({ [`boxes.${event.currentTarget.dataset.box}`]: event.detail.value });
    },

    chooseTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ time: event.detail.value });
    },

    async confirm() {
      const { act, boxes, time } = this.data;
      const wrong = (Object.keys(LABELS) as Box[])
        .map((box) => [box, wrongWords(boxes[box], LABELS[box], { min: 2, max: 40 })] as const)
        .filter(([, words]) => words !== '');
      this.setData({ errors: Object.fromEntries(wrong) });
      if (wrong.length > 0) return;
      const { hospital, transport, escort } = boxes;
      const form = {
        ...act,
        hospital: oneLine(hospital),
        transport: oneLine(transport),
        escort: oneLine(escort),
        leavesAt: `${calendarDate(Date.now())}T${time}:00+08:00`,
      };
      if (await this.send(() => referAlert(form))) await wx.navigateBack();
    },
  },
});
