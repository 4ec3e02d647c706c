import { draftKeeping } from '../../../behaviors/draft-keeping';
import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { readNoticeDraft, saveNoticeDraft } from '../../../services/publishing';
import { makeRequestId } from '../../../services/request-id';
import { afterPause } from '../../../shared/after-pause';
import { timeText } from '../../../shared/dates';
import { keptName } from '../kept-name';
import { BLANK, formOfDraft, isNoticeForm, type NoticeForm, savingOf } from './form';

export const formKeeping = draftKeeping(BLANK, isNoticeForm);

const PAUSE_MS = 3_000;
/** Without a network the phone keeps it; the cloud is tried again now and then. */
const RETRY_MS = 15_000;

/**
 * Keeps a form in the cloud as well, some seconds after it was written and when the page is left: another phone goes on with it. The phone's own
 * copy is for when the cloud can't be reached, and goes once the cloud has everything.
 */
export const cloudKeeping = Behavior({
  behaviors: [formKeeping],
  data: {
    /** Counts what is written, so that an answer of the cloud knows whether it is still the newest. */
    edits: 0,
    isKeeping: false,
    hasLeft: false,
    /** Another phone has written the same draft: nothing is kept in the cloud until somebody chooses. */
    clash: false,
  },
  pageLifetimes: {
    hide() {
      void this.keepInCloud();
    },
  },
  lifetimes: {
    detached() {
      this.setData({ hasLeft: true });
      if (this.data.draft.unsaved) void this.keepInCloud();
      else removeDraft(this.data.draftName);
    },
  },
  methods: {
    /** Takes an answer, for the phone and the cloud. */
    answer(path: string, value: unknown): void {
      this.write(path, value);
      this.setData({ edits: this.data.edits + 1 });
      if (!this.data.draft.unsaved) this.write('unsaved', true);
      this.keepSoon(PAUSE_MS);
    },

    keepSoon(afterMs: number): void {
      keeping.soon(this, () => void this.keepInCloud(), afterMs);
    },

    /** Answers whether the cloud has everything that is written. */
    async keepInCloud(): Promise<boolean> {
      keeping.stop(this);
      const { draft, edits, isKeeping, clash } = this.data;
      if (!draft.unsaved) return true;
      if (isKeeping || clash) return false;
      this.setData({ isKeeping: true });
      try {
        const { draftId, version } = await saveNoticeDraft(savingOf(draft));
        this.onKept({ draftId, version }, edits);
        return !this.data.draft.unsaved;
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.onNotKept(error);
        return false;
      } finally {
        this.setData({ isKeeping: false });
      }
    },

    onKept({ draftId, version }: Pick<NoticeForm, 'draftId' | 'version'>, edits: number): void {
      const isNewest = edits === this.data.edits;
      this.write('draftId', draftId);
      this.write('version', version);
      this.write('unsaved', !isNewest);
      this.keepDraftNow();
      if (!isNewest) this.keepSoon(PAUSE_MS);
      else if (this.data.hasLeft) removeDraft(this.data.draftName);
      else this.setData({ line: { tone: 'saved', text: `草稿已存好，${timeText(Date.now())}` } });
    },

    onNotKept({ code, message }: CloudError): void {
      const { draftId } = this.data.draft;
      if (code === 'CONFLICT' && draftId !== '') this.setData({ clash: true });
      else if (code === 'NETWORK' || code === 'INTERNAL') this.keepSoon(RETRY_MS);
      else this.setData({ line: { tone: 'wrong', text: `${message}。写的还在这部手机上` } });
    },

    /** Of two phones that wrote the same draft, the other one's words. */
    async useTheirs(): Promise<void> {
      const draft = await readNoticeDraft(this.data.draft.draftId);
      this.useDraft(this.data.draftName, formOfDraft(draft));
      this.setData({ clash: false });
    },

    /** … or the ones on this phone. A draft that was sent or thrown away meanwhile begins anew. */
    async useMine(): Promise<void> {
      try {
        this.write('version', (await readNoticeDraft(this.data.draft.draftId)).version);
      } catch (error) {
        if (!(error instanceof CloudError) || error.code !== 'NOT_FOUND') throw error;
        const requestId = await makeRequestId();
        removeDraft(this.data.draftName);
        this.setData({ draftName: keptName(requestId) });
        for (const [path, value] of Object.entries({ requestId, draftId: '', version: 0 }))
          this.write(path, value);
      }
      this.setData({ clash: false });
      await this.keepInCloud();
    },

    /** It was sent, and is no draft any more. */
    forgetForm(): void {
      keeping.stop(this);
      this.dropDraft();
      this.setData({ 'draft.unsaved': false });
      removeDraft(this.data.draftName);
    },
  },
});

const keeping = afterPause();
