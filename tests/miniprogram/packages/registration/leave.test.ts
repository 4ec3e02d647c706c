import { holdPhone, type Phone } from '../../support/phone';
import { act, render } from '../../support/render';

describe('注销账号', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  it('asks to be read first, asks once more, and then leaves nothing on the phone', async () => {
    phone.storage.set('draft:enrol', { savedAt: 1 });
    const page = render('packages/registration/leave');
    await act(page, 'send');
    expect(page.data.error).toBe('请先看完，再勾选');
    await act(page, 'press');
    phone.confirms(false);
    await act(page, 'send');
    expect(phone.calls).toHaveLength(0);
    phone.confirms(true);
    phone.answers({ fileErased: false, keepsPosts: true });
    await act(page, 'send');
    expect(phone.storage.size).toBe(0);
    expect(phone.modals.at(-1)!.content).toContain('岗位还在');
    expect(phone.went).toEqual(['switchTab /pages/home/index']);
  });

  it('keeps everything on the phone when it could not be done', async () => {
    phone.storage.set('draft:enrol', { savedAt: 1 });
    const page = render('packages/registration/leave');
    await act(page, 'press');
    phone.refuses({ code: 'INTERNAL', message: '服务出了点问题，请稍后再试' });
    await act(page, 'send');
    expect(page.data).toMatchObject({ sending: false, problem: '服务出了点问题，请稍后再试' });
    expect(phone.storage.size).toBe(1);
  });
});
