import type * as cloud from 'wx-server-sdk';
import { AppError } from './errors';

/** A picture to be put up on a wall: what a phone's camera opens `page` with. `scene` is 32 plain characters at most. */
export type MiniProgramCode = (where: {
  page: string;
  scene: string;
  /** In px; as for a poster unless told. */
  width?: number;
}) => Promise<CodePicture>;
export type CodePicture = { format: 'png' | 'jpg'; content: Buffer };

/** Sharp on paper, and a fraction of the megabyte that an answer may have. */
const WIDTH_PX = 860;
/** WeChat knows the pages of a released mini-program only. */
const NO_SUCH_PAGE = 41030;

/** WeChat's code without an end (`wxacode.getUnlimited`): it neither expires nor is counted. */
export const miniProgramCodeOf =
  (sdk: typeof cloud): MiniProgramCode =>
  async ({ page, scene, width = WIDTH_PX }) => {
    try {
      const { wxacode } = sdk.openapi as {
        wxacode: {
          getUnlimited(query: object): Promise<{ contentType: string; buffer: Buffer }>;
        };
      };
      const { contentType, buffer } = await wxacode.getUnlimited({ page, scene, width });
      return { format: contentType === 'image/png' ? 'png' : 'jpg', content: Buffer.from(buffer) };
    } catch (error) {
      if (error instanceof Error && 'errCode' in error && Number(error.errCode) === NO_SUCH_PAGE)
        throw new AppError('CONFLICT', '小程序发布以后，才有登记码');
      throw error;
    }
  };
