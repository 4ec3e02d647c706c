import { CloudError } from './cloud';
import { myObserved, type Mine } from './observation';

/** What the cloud last said of my household, kept on this phone so that a reading can be written down without a network. */
const KEY = 'observed-household';

/** `fresh`: as the cloud says now; otherwise as it said when there was a network. */
export type Known = { mine: Mine; fresh: boolean };

/** Who of my household is under observation: from the cloud, or from this phone while there is no network. */
export async function observedHousehold(): Promise<Known> {
  try {
    const mine = await myObserved();
    wx.setStorageSync(KEY, mine);
    return { mine, fresh: true };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const kept = error.code === 'NETWORK' ? readKept() : undefined;
    if (error.code !== 'NETWORK') wx.removeStorageSync(KEY);
    if (kept === undefined) throw error;
    return { mine: kept, fresh: false };
  }
}

function readKept(): Mine | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'object' && value !== null && 'observed' in value ? (value as Mine) : undefined;
}
