import { meView } from '../../../miniprogram/pages/me/view';
import { holdPhone } from '../support/phone';
import { act, render, said, words } from '../support/render';

const today = {
  installed: true,
  name: '张丽',
  place: '青石镇 柳溪村 三组',
  household: null,
  claim: null,
  contact: null,
  posts: [{ role: 'gridMember' as const, gridId: 'g', place: '青石镇 柳溪村 三组' }],
  queue: null,
  coverage: null,
  family: null,
  returns: null,
  supplies: null,
  notices: null,
};

describe('我的', () => {
  it('names who I am, and my posts', () =>
    expect(meView(today)).toEqual({
      name: '张丽',
      place: '柳溪村三组',
      household: '',
      posts: [{ key: 'g:gridMember', role: '网格员', place: '柳溪村三组' }],
    }));

  it('leads somebody without a file to the enrolment', async () => {
    const phone = holdPhone();
    phone.answers(today);
    const page = render('pages/me');
    await act(page, 'load');
    await act(page, 'openHousehold');
    expect(phone.went).toEqual(['navigateTo /packages/registration/enrol/index']);
  });

  it('keeps the text size within reach when nothing loads', async () => {
    const phone = holdPhone();
    phone.breaks({ errCode: -504002 });
    const page = render('pages/me');
    await act(page, 'load');
    expect(words(page)).toMatch(/没有加载出来.*大字/);
    await act(page, 'onTextSize', said({ value: true }));
    expect(page.data.large).toBe(true);
  });
});
