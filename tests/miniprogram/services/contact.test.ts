import { callContact, keepContact, readContact } from '../../../miniprogram/services/contact';
import { holdPhone } from '../support/phone';

describe('the grid member to call', () => {
  it('is kept for the day when nothing loads', async () => {
    const phone = holdPhone();
    keepContact({ name: '张丽', phone: '13800001234' });
    expect(readContact()).toEqual({ name: '张丽', phone: '13800001234' });
    await callContact();
    expect(phone.dialled).toEqual(['13800001234']);
  });

  it('is forgotten when there is none any more', async () => {
    const phone = holdPhone();
    keepContact({ name: '张丽', phone: '13800001234' });
    keepContact(null);
    await callContact();
    expect(phone.dialled).toEqual([]);
  });

  it('is no failure when the person does not dial after all', async () => {
    holdPhone();
    keepContact({ name: '张丽', phone: '13800001234' });
    wx.makePhoneCall = (async () => {
      throw new Error('cancel');
    }) as unknown as typeof wx.makePhoneCall;
    await expect(callContact()).resolves.toBeUndefined();
  });
});
