import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

const answer = {
  team: {
    id: 'g3',
    name: '三组',
    level: 'team',
    pathNames: ['青石镇', '柳溪村', '三组'],
    hasChildren: false,
  },
  format: 'jpg',
  base64: '/9j/',
};

describe('登记码', () => {
  let phone: Phone;
  let written: object[];
  let saved: string[];
  let enlarged: string[];
  let albumOpen: boolean;
  beforeEach(() => {
    phone = holdPhone();
    [written, saved, enlarged, albumOpen] = [[], [], [], true];
    Object.assign(wx, {
      env: { USER_DATA_PATH: 'http://usr' },
      getFileSystemManager: () => ({
        writeFile: ({ success, ...file }: { success: () => void; filePath: string }) => {
          written.push(file);
          success();
        },
      }),
      saveImageToPhotosAlbum: async ({ filePath }: { filePath: string }) => {
        if (!albumOpen) throw new Error('auth deny');
        saved.push(filePath);
      },
      previewImage: async ({ urls }: { urls: string[] }) => void enlarged.push(...urls),
    });
  });
  const open = async () => {
    const page = render('packages/gridwork/team-code');
    await act(page, 'onLoad', { gridId: 'g3' });
    return page;
  };

  it('shows the code with the place below it, and saves it to the album', async () => {
    phone.answers(answer);
    const page = await open();
    expect(phone.calls).toEqual([{ name: 'township', action: 'teamCode', input: { gridId: 'g3' } }]);
    expect(words(page)).toContain('柳溪村三组');
    expect(written).toMatchObject([
      { filePath: 'http://usr/team-code-g3.jpg', data: '/9j/', encoding: 'base64' },
    ]);
    await act(page, 'save');
    expect(saved).toEqual(['http://usr/team-code-g3.jpg']);
    expect(phone.modals).toEqual([]);
  });

  it('opens it large where the album is closed to us', async () => {
    phone.answers(answer);
    albumOpen = false;
    const page = await open();
    await act(page, 'save');
    expect(phone.modals.map(({ title }) => title)).toEqual(['没有存进相册']);
    expect(enlarged).toEqual(['http://usr/team-code-g3.jpg']);
    expect(page.data.saving).toBe(false);
  });

  it('says why there is none', async () => {
    phone.refuses({ code: 'CONFLICT', message: '三组已经停用，不能登记到那里' });
    expect((await open()).data).toMatchObject({ status: 'failed', failure: '三组已经停用，不能登记到那里' });
  });
});
