import { paper } from '../../../behaviors/paper';
import { readingAloud } from '../../../behaviors/reading-aloud';
import { holds } from '../../../services/roles';
import { textSize } from '../../../services/text-size';
import { noticeReading } from '../notice-reading';
import type { Source } from '../source';
import { paintScript } from './paint-script';
import { scriptOf, type Script } from './script-text';

/** 大喇叭广播稿: what is read out over the village's loudspeaker, how long it takes and when it may be heard. */
Component({
  behaviors: [noticeReading, paper, readingAloud, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'over',
    script: null as Script | null,
    rows: [] as { at: number; text: string }[],
    days: [] as Script['days'],
    setsHours: false,
  },
  lifetimes: {
    attached() {
      this.setData({ setsHours: holds('townOfficer') });
    },
  },
  pageLifetimes: {
    /** The hours may have been changed meanwhile. */
    show() {
      if (this.data.setsHours && this.data.status === 'ready') void this.load();
    },
  },
  methods: {
    async show(source: Source) {
      const script = scriptOf(source, Date.now());
      const rows = script.sentences.map((text, at) => ({ at, text }));
      this.setData({ script, rows, days: script.days });
      await this.paint((pen) => paintScript(pen, script));
    },

    openHours() {
      void wx.navigateTo({ url: '/packages/channels/town-rules/index?about=loudspeaker' });
    },

    async copy() {
      const { script } = this.data;
      if (script) await wx.setClipboardData({ data: script.sentences.join('\n') });
    },

    /** Read once, to hear whether it is well written. */
    sentences(): string[] {
      return this.data.script?.sentences ?? [];
    },
  },
});
