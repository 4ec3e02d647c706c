import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { readPublished } from '../../../services/release';
import { textSize } from '../../../services/text-size';
import { shortPlace } from '../../../shared/places';
import { publicationCard, type PublicationCard, type Team, teamsOf } from '../published-rows';

/** 公示: the list that my village published last, and who published lists before. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    place: '',
    current: null as PublicationCard | null,
    teams: [] as Team[],
    earlier: [] as PublicationCard[],
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        const { place, current, earlier } = await readPublished();
        this.setData({
          status: 'ready',
          place: shortPlace(place),
          current: current && publicationCard(current),
          teams: current ? teamsOf(current.rows) : [],
          earlier: earlier.map(publicationCard),
        });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },
  },
});
