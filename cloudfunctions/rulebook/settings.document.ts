export const TOWN_SETTINGS = 'town_settings';

/** What a town says of itself once. */
export type TownSettingsDocument = {
  /** The town's grid. */
  _id: string;
  gridPath: string[];
  /** The county it lies in (GB/T 2260): 同城 is measured against its city. */
  division: string;
  setBy: string;
  setByName: string;
  setAt: string;
};
