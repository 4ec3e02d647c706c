import { NoVoice, readAloud, stopReading } from '../services/read-aloud';
import { tell } from '../services/tell';

/** A page that reads itself aloud, and is silent when it is left. It brings `sentences()`. */
export const readingAloud = Behavior({
  data: { speaking: false },
  lifetimes: {
    detached() {
      this.keepSilent();
    },
  },
  pageLifetimes: {
    hide() {
      this.keepSilent();
    },
  },
  methods: {
    sentences(): string[] {
      throw new Error('A page that reads itself aloud brings its own sentences()');
    },

    async toggleSpeaking(): Promise<void> {
      if (this.data.speaking) {
        this.keepSilent();
        return;
      }
      this.setData({ speaking: true });
      try {
        await readAloud(this.sentences());
      } catch (error) {
        if (!(error instanceof NoVoice)) throw error;
        await tell(
          '读不出来',
          '网络可能不好，过一会儿再点“读给我听”。着急就请家人念一念，或打电话问网格员。',
        );
      } finally {
        this.setData({ speaking: false });
      }
    },

    keepSilent(): void {
      if (this.data.speaking) stopReading();
    },
  },
});
