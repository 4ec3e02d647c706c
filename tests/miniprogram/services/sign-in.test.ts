import { readHat, chooseHat } from '../../../miniprogram/services/roles';
import { signInWithPhone } from '../../../miniprogram/services/sign-in';
import { holdPhone } from '../support/phone';

const post = { postId: 'p1', role: 'gridMember', place: '青石镇 柳溪村 三组' };

describe('signing in with the phone number', () => {
  it('names the posts that were waiting, and shows their home', async () => {
    const phone = holdPhone();
    chooseHat('resident');
    phone.answers({ accepted: [post] });
    await signInWithPhone('code');
    expect(phone.calls).toEqual([{ name: 'township', action: 'signIn', input: { phoneCode: 'code' } }]);
    expect(phone.modals[0]?.content).toContain('网格员');
    expect(readHat()).toBe('staff');
  });

  it('tells whom to ask when no post waits', async () => {
    const phone = holdPhone();
    phone.answers({ accepted: [] });
    await signInWithPhone('code');
    expect(phone.modals[0]).toMatchObject({ title: '没有找到您的岗位' });
  });

  it('sends a code once only, for WeChat takes it once', async () => {
    const phone = holdPhone();
    phone.breaks({ errMsg: 'request:fail' });
    await signInWithPhone('code');
    expect(phone.calls).toHaveLength(1);
    expect(phone.modals[0]).toMatchObject({ title: '没有登录成' });
  });
});
