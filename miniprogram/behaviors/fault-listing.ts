import { listing } from './listing';

/** A row of a spreadsheet that somebody has to look at. */
export type Fault = { row: number; column: string | null; outcome: string; message: string };
export type FaultCard = { key: string; place: string; message: string; tone: 'red' | 'amber' };

/** 第 3 行 · 证件号码 */
export const faultPlace = ({ row, column }: Pick<Fault, 'row' | 'column'>): string =>
  `第 ${row} 行${column === null ? '' : ` · ${column}`}`;

const faultCard = (fault: Fault, key: string): FaultCard => ({
  key,
  place: faultPlace(fault),
  message: fault.message,
  tone: fault.outcome === 'wrong' ? 'red' : 'amber',
});

/** Which rows of a spreadsheet were wrong or left out, so that they are found in it. The page brings `readFaults()`, from after a row. */
export const faultListing = Behavior({
  behaviors: [listing],
  data: { cards: [] as FaultCard[] },
  methods: {
    readFaults(after?: number): Promise<{ faults: readonly Fault[]; next: number | null }> {
      throw new Error(`A page of faults brings its own readFaults(), also after ${after ?? 'nothing'}`);
    },

    async readPage(after = '') {
      const { faults, next } = await this.readFaults(after === '' ? undefined : Number(after));
      const cards = faults.map((fault, i) => faultCard(fault, `${after}.${i}`));
      return { cards, next: next === null ? null : String(next) };
    },
  },
});
