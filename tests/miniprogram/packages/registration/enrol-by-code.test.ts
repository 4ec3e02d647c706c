import type { HouseholdDraft } from '../../../../miniprogram/packages/registration/household-draft';
import { file, filled } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

const team = {
  id: 'g5',
  name: '五组',
  level: 'team',
  pathNames: ['青石镇', '柳溪村', '五组'],
  hasChildren: false,
};

describe('登记我家, by the code of a team', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (query: object, draft?: HouseholdDraft) => {
    if (draft) phone.storage.set('draft:enrol', { ...draft, savedAt: 1 });
    const page = render('packages/registration/enrol');
    await act(page, 'onLoad', query);
    return page.data.draft as HouseholdDraft;
  };
  /** Whoever scans is asked for their file first; here nobody has one. */
  const unknown = () => phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
  const asked = () =>
    phone.calls.filter(({ action }) => action !== 'myHousehold').map(({ action, input }) => [action, input]);

  it.each([{ scene: 'g5' }, { scene: '%675' }, { gridId: 'g5' }])('fills the place: %j', async (query) => {
    if ('scene' in query) unknown();
    phone.answers(team);
    expect(await open(query)).toMatchObject({ gridId: 'g5', place: '柳溪村五组' });
    expect(asked()).toEqual([['team', { gridId: 'g5' }]]);
    expect(phone.modals).toEqual([]);
  });

  it('shows a family that is on file already what is there', async () => {
    phone.answers(file());
    const page = render('packages/registration/enrol');
    await act(page, 'onLoad', { scene: 'g5' });
    expect(phone.went).toEqual(['redirectTo ../household/index']);
    expect(asked()).toEqual([]);
  });

  it('asks before it changes the place of a draft', async () => {
    unknown();
    phone.answers(team);
    phone.confirms(false);
    expect(await open({ scene: 'g5' }, filled())).toMatchObject({ gridId: 'liuxi-3', place: '柳溪村三组' });
    expect(phone.modals).toMatchObject([{ title: '改成柳溪村五组吗？' }]);
    unknown();
    phone.answers(team);
    phone.confirms(true);
    expect(await open({ scene: 'g5' }, filled())).toMatchObject({ gridId: 'g5', place: '柳溪村五组' });
  });

  it('asks nothing when the draft is of that team', async () => {
    unknown();
    expect(await open({ scene: 'liuxi-3' }, filled())).toMatchObject({ gridId: 'liuxi-3' });
    expect(asked()).toEqual([]);
  });

  it('says when the team is closed, and lets them choose', async () => {
    unknown();
    phone.refuses({ code: 'CONFLICT', message: '五组已经停用，不能登记到那里' });
    phone.answers({ grids: [] });
    expect(await open({ scene: 'g5' })).toMatchObject({ gridId: '' });
    expect(phone.modals).toEqual([
      {
        title: '这个登记码没用上',
        content: '五组已经停用，不能登记到那里。请自己选住在哪里，或问网格员。',
      },
    ]);
    expect(asked()[1]?.[0]).toBe('grids');
  });

  describe('scanned on the way', () => {
    const scan = async (path: string | null) => {
      phone.answers({ grids: [] });
      const page = render('packages/registration/enrol');
      await act(page, 'onLoad', {});
      expect(words(page)).toContain('扫组里贴的登记码');
      phone.answers(team);
      phone.scans(path);
      await act(page, 'scanPlace');
      return page;
    };

    it('fills the place, and offers no further scan', async () => {
      const page = await scan('packages/registration/enrol/index?scene=g5');
      expect(page.data.draft).toMatchObject({ gridId: 'g5', place: '柳溪村五组' });
      expect(words(page)).not.toContain('扫组里贴的登记码');
      expect(asked().at(-1)).toEqual(['team', { gridId: 'g5' }]);
    });

    it.each(['', 'pages/home/index?scene=g5', 'packages/registration/enrol/index'])(
      'says so when it is another code: "%s"',
      async (path) => {
        expect((await scan(path)).data.draft).toMatchObject({ gridId: '' });
        expect(phone.modals).toMatchObject([{ title: '这不是登记码' }]);
      },
    );

    it('says nothing when the scanner is closed', async () => {
      expect((await scan(null)).data.draft).toMatchObject({ gridId: '' });
      expect(phone.modals).toEqual([]);
    });

    it('is not offered at the door: the grid member knows where they are', async () => {
      phone.answers({ grids: [] });
      const page = render('packages/registration/enrol');
      await act(page, 'onLoad', { door: '1' });
      expect(words(page)).not.toContain('扫组里贴的登记码');
    });
  });

  it('leaves a chosen place alone when the code leads nowhere', async () => {
    unknown();
    phone.refuses({ code: 'NOT_FOUND', message: '没有找到这个登记码说的组' });
    expect(await open({ scene: 'x' }, filled())).toMatchObject({ gridId: 'liuxi-3' });
    expect(asked()).toHaveLength(1);
  });
});
