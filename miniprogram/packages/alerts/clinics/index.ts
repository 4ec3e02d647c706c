import { loading } from '../../../behaviors/loading';
import { listClinics, setClinics } from '../../../services/alerts';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongWords } from '../../../shared/words';
import { sending } from '../../../behaviors/sending';

const MOST = 10;

/** The town's fever clinics, nearest first: what whoever refers somebody chooses from. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    clinics: [] as string[],
    name: '',
    most: MOST,
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        this.setData({ clinics: (await listClinics()).clinics, status: 'ready' });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: event.detail.value });
    },

    async add() {
      const wrong = wrongWords(this.data.name, '发热门诊', { min: 2, max: 40 });
      if (wrong !== '') {
        this.setData({ errors: { name: wrong } });
        return;
      }
      await this.save([...this.data.clinics, oneLine(this.data.name)]);
    },

    async remove(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      await this.save(this.data.clinics.filter((_, i) => i !== index));
    },

    async save(clinics: string[]) {
      const isSaved = await this.send(async () => {
        this.setData({ clinics: (await setClinics(clinics)).clinics });
      });
      if (isSaved) this.setData({ name: '' });
    },
  },
});
