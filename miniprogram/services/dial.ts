import { CloudError } from './cloud';
import { tell } from './tell';

let opening = false;

/**
 * Rings somebody up. The number is opened for this call, which is recorded, and never shown; pressed twice it is opened once. Answers whether the phone
 * dialled: that marks nobody as reached.
 */
export async function dial(openNumber: () => Promise<string>): Promise<boolean> {
  if (opening) return false;
  opening = true;
  let phoneNumber: string;
  try {
    phoneNumber = await openNumber();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await tell('没有拨出去', error.message);
    return false;
  } finally {
    opening = false;
  }
  try {
    await wx.makePhoneCall({ phoneNumber });
    return true;
  } catch {
    // Pressing 取消 on the phone's own question is no failure.
    return false;
  }
}
