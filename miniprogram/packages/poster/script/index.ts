import { paper } from '../../../behaviors/paper';
import { NoVoice, readAloud, stopReading } from '../../../services/read-aloud';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { noticeReading } from '../notice-reading';
import type { Source } from '../source';
import { paintScript } from './paint-script';
import { scriptOf, type Script } from './script-text';

/** 大喇叭广播稿: what is read out over the village's loudspeaker, how long it takes and when it may be heard. */
Component({
  behaviors: [noticeReading, paper, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'over',
    script: null as Script | null,
    rows: [] as { at: number; text: string }[],
    days: [] as Script['days'],
    reading: false,
  },
  lifetimes: {
    detached: () => stopReading(),
  },
  methods: {
    async show(source: Source) {
      const script = scriptOf(source, Date.now());
      const rows = script.sentences.map((text, at) => ({ at, text }));
      this.setData({ script, rows, days: script.days });
      await this.paint((pen) => paintScript(pen, script));
    },

    async copy() {
      const { script } = this.data;
      if (script) await wx.setClipboardData({ data: script.sentences.join('\n') });
    },

    /** Once, to hear whether it is well written. */
    async listen() {
      const { script, reading } = this.data;
      if (reading) {
        stopReading();
        return;
      }
      if (!script) return;
      this.setData({ reading: true });
      try {
        await readAloud(script.sentences);
      } catch (error) {
        if (!(error instanceof NoVoice)) throw error;
        await tell('这部手机念不出来', '网络可能不好，或者手机没有声音。请自己念一遍试试。');
      } finally {
        this.setData({ reading: false });
      }
    },
  },
});
