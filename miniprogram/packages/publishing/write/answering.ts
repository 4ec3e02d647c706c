/** What a step of the form says when something was answered: where in the form, and what. */
export type Answered = { path: string; value: unknown };

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { path: string }>;
type Chose = WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { path: string }>;

/** Passes a step's answers on to the page as `change`. */
export const answering = Behavior({
  methods: {
    onTyped({ currentTarget, detail }: Typed): void {
      this.say(currentTarget.dataset.path, detail.value);
    },
    onChose({ currentTarget, detail }: Chose): void {
      this.say(currentTarget.dataset.path, detail.chosen[0] ?? '');
    },
    onChoseSeveral({ currentTarget, detail }: Chose): void {
      this.say(currentTarget.dataset.path, detail.chosen);
    },
    say(path: string, value: unknown): void {
      this.triggerEvent('change', { path, value } satisfies Answered);
    },
  },
});
