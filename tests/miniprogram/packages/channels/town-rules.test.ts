import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const inputOf = (action: string) => phone.calls.find((call) => call.action === action)?.input;

describe('when households are reminded', () => {
  const settings = { hours: ['09:00', '16:30'], times: 3, urgentEveryMinutes: 90, aDay: 3, keptForUrgent: 1 };
  const open = async () => {
    phone.answers(settings);
    const page = render('packages/channels/town-rules');
    await act(page, 'onLoad', { about: 'reminding' });
    return page;
  };
  const choose = (page: Awaited<ReturnType<typeof open>>, index: number, chosen: string[]) =>
    act(page, 'choose', said({ chosen }, { index }));

  test('what the town has set can be chosen, whatever it is, and is kept when nothing is pressed', async () => {
    const page = await open();
    expect(words(page)).toContain('16:30');
    expect(words(page)).toContain('每 90 分钟');
    phone.answers(settings);
    await act(page, 'save');
    expect(inputOf('changeReminderSettings')).toEqual(settings);
    expect(phone.went).toEqual(['navigateBack']);
  });

  test('no hour at all is said beside the question', async () => {
    const page = await open();
    await choose(page, 0, []);
    await act(page, 'save');
    expect(words(page)).toContain('请至少选一个时间');
    expect(inputOf('changeReminderSettings')).toBeUndefined();
    await choose(page, 0, ['18:00', '07:30']);
    await choose(page, 1, ['0']);
    phone.answers(settings);
    await act(page, 'save');
    expect(inputOf('changeReminderSettings')).toEqual({ ...settings, hours: ['07:30', '18:00'], times: 0 });
  });
});

describe('when the loudspeakers are heard', () => {
  const rules = { from: '08:00', until: '19:30', times: ['12:15'], urgentEvery: 60, days: 4 };
  const open = async () => {
    phone.answers(rules);
    const page = render('packages/channels/town-rules');
    await act(page, 'onLoad', { about: 'loudspeaker' });
    return page;
  };

  test('what the town has set is kept when nothing is pressed', async () => {
    const page = await open();
    for (const own of ['12:15', '19:30', '每 1 小时', '4 天']) expect(words(page)).toContain(own);
    phone.answers(rules);
    await act(page, 'save');
    expect(inputOf('changeLoudspeaker')).toEqual(rules);
    expect(phone.went).toEqual(['navigateBack']);
  });

  test('a time outside of the hours is said beside the question, and nothing is sent', async () => {
    const page = await open();
    await act(page, 'choose', said({ chosen: ['08:00'] }, { index: 2 }));
    await act(page, 'choose', said({ chosen: ['09:00'] }, { index: 0 }));
    await act(page, 'save');
    expect(words(page)).toContain('8:00 不在能播的时间里');
    expect(inputOf('changeLoudspeaker')).toBeUndefined();
  });
});
