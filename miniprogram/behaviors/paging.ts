/** One page of a list as cards, and where the next one starts; null at the end. */
export type CardPage<T> = { cards: T[]; next: string | null };

/** The data of a list that shows its first page and nothing else yet. */
export const firstPage = <T>({ cards, next }: CardPage<T>) => ({
  cards,
  next: next ?? '',
  more: 'idle' as const,
});

/** A page whose list goes on when its end comes in sight. The page brings `readPage()`, which also answers the first one, and its own `cards`. */
export const paging = Behavior({
  data: {
    cards: [] as unknown[],
    /** Where the next page starts; empty at the end. */
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  methods: {
    readPage(after?: string): Promise<CardPage<unknown>> {
      throw new Error(`A page with a list brings its own readPage(), also after ${after ?? 'nothing'}`);
    },

    async onReachBottom(): Promise<void> {
      const { next, more, cards } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      const isAnother = () => this.data.next !== next || this.data.cards.length !== cards.length;
      try {
        const page = await this.readPage(next);
        // The list was loaded anew, or another one chosen, while this answer was on its way.
        if (isAnother()) return;
        const added = page.cards.map((card, i) => [`cards[${cards.length + i}]`, card] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        if (!isAnother()) this.setData({ more: 'failed' });
      }
    },
  },
});
