import { tell } from './tell';
import { ROLES } from '../shared/labels';
import { CloudError } from './cloud';
import { chooseHat } from './roles';
import { signIn } from './township';

/** Takes up the posts that wait for this phone number, and tells in words how it went. */
export async function signInWithPhone(phoneCode: string): Promise<void> {
  try {
    const accepted = await signIn(phoneCode);
    if (accepted.length > 0) chooseHat('staff');
    const posts = accepted.map(({ place, role }) => `${place} ${ROLES[role]}`).join('、');
    await tell(
      accepted.length > 0 ? '登录好了' : '没有找到您的岗位',
      accepted.length > 0 ? `您的岗位：${posts}` : '请让镇防控办按这个手机号给您设岗位，再来登录。',
    );
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await tell('没有登录成', error.message);
  }
}
