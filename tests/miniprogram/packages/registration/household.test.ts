import { file } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, settle, words } from '../../support/render';

describe('我家档案', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (query: { sent?: string } = {}) => {
    const page = render('packages/registration/household');
    await act(page, 'onLoad', query);
    await act(page, 'load');
    return page;
  };

  it('says once that it was sent', async () => {
    phone.answers(file());
    expect(words(await open({ sent: '1' }))).toContain('登记交上去了');
    expect(words(await open())).not.toContain('登记交上去了');
  });

  it('shows why it came back, and the way to change it', async () => {
    phone.answers(file({ status: 'returned', returnReason: '门牌写得不清楚' }));
    const page = await open();
    expect(page.data.file).toMatchObject({ statusText: '退回中', returnReason: '门牌写得不清楚' });
    expect(words(page)).toContain('去修改');
  });

  it('does not show an old reason after it was sent again', async () => {
    phone.answers(file({ returnReason: '门牌写得不清楚' }));
    expect((await open()).data.file).toMatchObject({ returnReason: '' });
  });

  it('of somebody without one leads to the enrolment', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '还没有登记' });
    expect((await open()).data.status).toBe('none');
  });

  it('says when nothing came, with a person to call', async () => {
    phone.storage.set('contact', { name: '张丽', phone: '13800001234' });
    phone.breaks({ errMsg: 'request:fail' });
    const page = await open();
    await settle(900);
    expect(page.data).toMatchObject({ status: 'failed', callName: '张丽' });
    await act(page, 'callGridMember');
    expect(phone.dialled).toEqual(['13800001234']);
  });
});
