import type * as cloud from 'wx-server-sdk';
import { AppError } from './errors';

/** WeChat's answers about the code itself (used, expired, made up), as opposed to WeChat being out of order. */
const BAD_CODE = [40013, 40029, 40163];

/** The mainland number behind the code that the phone-number button gave; each code works once. */
export async function phoneNumberOf(sdk: typeof cloud, phoneCode: string): Promise<string> {
  try {
    const { phonenumber } = sdk.openapi as {
      phonenumber: {
        getPhoneNumber(query: { code: string }): Promise<{ phoneInfo: { purePhoneNumber: string } }>;
      };
    };
    const { phoneInfo } = await phonenumber.getPhoneNumber({ code: phoneCode });
    return phoneInfo.purePhoneNumber;
  } catch (error) {
    if (error instanceof Error && 'errCode' in error && BAD_CODE.includes(Number(error.errCode)))
      throw new AppError('INVALID_INPUT', '手机号没有取到，请再点一次', {
        phoneCode: '手机号没有取到，请再点一次',
      });
    throw error;
  }
}
