import { RequestId } from '../../../cloudfunctions/contracts/grid';
import { makeRequestId } from '../../../miniprogram/services/request-id';
import { holdPhone } from '../support/phone';

describe('makeRequestId', () => {
  beforeEach(() => void holdPhone());

  it('makes what the contract takes', async () => {
    expect(RequestId.safeParse(await makeRequestId()).success).toBe(true);
  });

  it('makes another one each time', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, makeRequestId));
    expect(new Set(ids).size).toBe(200);
  });

  it("uses the phone's own random source where there is one", async () => {
    wx.canIUse = () => true;
    const randomValues = new Uint8Array(24).fill(63).buffer;
    wx.getRandomValues = (async () => ({ randomValues })) as unknown as typeof wx.getRandomValues;
    await expect(makeRequestId()).resolves.toBe('_'.repeat(24));
  });

  it('manages when that source fails', async () => {
    wx.canIUse = () => true;
    wx.getRandomValues = (async () => {
      throw new Error('not supported');
    }) as unknown as typeof wx.getRandomValues;
    await expect(makeRequestId()).resolves.toHaveLength(24);
  });
});
