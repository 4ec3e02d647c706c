import { SYMPTOMS, type SymptomName } from '../../shared/labels';
import { drawSymptom } from './drawings';

type Tile = { value: SymptomName | 'none'; text: string; picture: string; on: boolean };

const isSymptom = (name: string): name is SymptomName => name in SYMPTOMS;

/**
 * 哪里不舒服: what somebody feels, as pictures with words; several may be chosen. 都没有 is an answer of its own that must be
 * pressed, because silence isn't health. Says `change` with `{chosen, none}`.
 */
Component({
  properties: {
    /** What the disease profile asks about; 别的 is among them where it may be told. */
    symptoms: { type: Array, value: [] as string[] },
    chosen: { type: Array, value: [] as string[] },
    none: { type: Boolean, value: false },
    /** Answering is overdue: said below the tiles. */
    error: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { tiles: [] as Tile[] },
  observers: {
    'symptoms, chosen, none'(symptoms: string[], chosen: string[], none: boolean) {
      const tile = (value: SymptomName | 'none', text: string, on: boolean): Tile => ({
        value,
        text,
        picture: drawSymptom(value, on),
        on,
      });
      this.setData({
        tiles: [
          tile('none', '都没有', none),
          ...symptoms
            .filter(isSymptom)
            .map((symptom) => tile(symptom, SYMPTOMS[symptom], chosen.includes(symptom))),
        ],
      });
    },
  },
  methods: {
    press(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      const { chosen, none } = this.data;
      if (value === 'none') this.triggerEvent('change', { chosen: [], none: !none });
      else
        this.triggerEvent('change', {
          chosen: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
          none: false,
        });
    },
  },
});
