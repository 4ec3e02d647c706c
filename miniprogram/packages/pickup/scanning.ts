import { tell } from '../../services/tell';
import { orderIdOfCode } from '../../shared/pickup-code';

/** The order whose code is held before the camera; undefined when it was another code, or somebody thought better of it. */
export async function scanOrder(): Promise<string | undefined> {
  let result: string;
  try {
    ({ result } = await wx.scanCode({}));
  } catch {
    // Closing the scanner is no failure.
    return undefined;
  }
  const orderId = orderIdOfCode(result);
  if (orderId === null)
    await tell('这不是领货码', '请对方打开“我的订单”，把里面的领货码给您扫。没带手机的，按名字找。');
  return orderId ?? undefined;
}
