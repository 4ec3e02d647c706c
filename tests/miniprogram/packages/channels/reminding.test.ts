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
    const page = render('packages/channels/reminding');
    await act(page, 'onLoad');
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
