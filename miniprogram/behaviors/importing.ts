import { working } from './working';

/** The steps in which the cloud works a few seconds at a time. */
export type ImportStep = 'checking' | 'applying';
const isWorkingStep = (step: string): step is ImportStep => step === 'checking' || step === 'applying';

/**
 * A page on which a spreadsheet comes in by a dry run first. It brings `sheetNow()`, which sheet it shows and how far that is; `takeStep()`,
 * one call of the cloud; and `showSheet()`, what the cloud answered.
 */
export const importing = Behavior({
  behaviors: [working],
  methods: {
    sheetNow(): { id: string; step: string } | null {
      throw new Error('A page that imports brings its own sheetNow()');
    },
    takeStep(step: ImportStep, id: string): Promise<{ status: string }> {
      throw new Error(`A page that imports brings its own takeStep(), also for ${step} of ${id}`);
    },
    showSheet(sheet: { status: string }): void {
      throw new Error(`A page that imports brings its own showSheet(), also while it is ${sheet.status}`);
    },

    /** One that stopped halfway goes on. */
    goOn(): void {
      const sheet = this.sheetNow();
      if (sheet && isWorkingStep(sheet.step)) this.run(sheet.step);
    },

    run(step: ImportStep): void {
      const sheet = this.sheetNow();
      if (sheet) void this.during(step, async () => this.drive(step, sheet.id));
    },

    /** Calls on until the sheet has taken this step. */
    async drive(step: ImportStep, id: string, begun?: { status: string }): Promise<void> {
      this.setData({ busy: step });
      let sheet = begun ?? (await this.takeStep(step, id));
      for (;;) {
        this.showSheet(sheet);
        if (sheet.status !== step) return;
        sheet = await this.takeStep(step, id);
      }
    },
  },
});
