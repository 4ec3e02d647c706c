import { readDraft, saveDraft, type Draft } from '../services/drafts';
import { momentText } from '../shared/dates';

/** What the line above the dock says about the draft. */
export type DraftLine = { tone: '' | 'saved' | 'waiting' | 'wrong'; text: string };

const PAUSE_MS = 400;

/**
 * Gives a page a form's draft: every answer is written to this phone within half a second, and at once when the page is
 * left. `data.draft` is what is on the screen, the stored draft what survives. `blank`: the form with nothing answered;
 * `isCurrent`: the stored draft is of the shape that this version reads.
 */
export const draftKeeping = <T extends Draft>(blank: T, isCurrent: (value: object) => value is T) =>
  Behavior({
    data: {
      draftName: '',
      draft: blank,
      line: { tone: '', text: '' } as DraftLine,
    },
    pageLifetimes: {
      hide() {
        this.keepDraftNow();
      },
    },
    lifetimes: {
      detached() {
        this.keepDraftNow();
      },
    },
    methods: {
      useDraft(name: string, draft: T): void {
        this.setData({ draftName: name, draft, line: lineOf(draft) });
      },

      /** Takes up what another page wrote into the same draft. */
      takeUpDraft(): void {
        const draft = readDraft(this.data.draftName, isCurrent);
        if (draft) this.setData({ draft, line: lineOf(draft) });
      },

      /** Answers one question: `write('number', 'G2204')`, `write('people[0].name', '李建国')`. */
      write(path: string, value: unknown): void {
        this.setData({ [`draft.${path}`]: value });
        this.dropDraft();
        waiting.set(
          this,
          setTimeout(() => this.keepDraftNow(), PAUSE_MS),
        );
      },

      keepDraftNow(): void {
        if (!waiting.has(this)) return;
        this.dropDraft();
        try {
          const { savedAt } = saveDraft(this.data.draftName, this.data.draft);
          const line = lineOf({ savedAt });
          if (line.text !== this.data.line.text) this.setData({ line, 'draft.savedAt': savedAt });
        } catch {
          this.setData({ line: { tone: 'wrong', text: '手机存满了，草稿存不下。请先清理手机' } });
        }
      },

      /** Forgets what waits to be written: it is being written, or has been sent and is no draft any more. */
      dropDraft(): void {
        const timer = waiting.get(this);
        if (timer !== undefined) clearTimeout(timer);
        waiting.delete(this);
      },
    },
  });

const waiting = new WeakMap<object, ReturnType<typeof setTimeout>>();

function lineOf({ savedAt }: Draft): DraftLine {
  if (savedAt === 0) return { tone: '', text: '' };
  const when = momentText(savedAt, Date.now()).replace('今天 ', '');
  return { tone: 'saved', text: `草稿已存在这部手机，${when}` };
}
