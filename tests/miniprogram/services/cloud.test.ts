import { call, CloudError } from '../../../miniprogram/services/cloud';
import { enrol, listQueue, openNumber } from '../../../miniprogram/services/registration';
import { holdPhone, type Phone } from '../support/phone';

const offline = { errMsg: 'cloud.callFunction:fail request:fail' };
const opening = { householdId: 'h1', personId: 'p1', field: 'phone', reason: '上门核对证件' } as const;

describe('call', () => {
  let phone: Phone;
  beforeEach(() => {
    jest.useFakeTimers();
    phone = holdPhone();
  });
  afterEach(() => jest.useRealTimers());

  /** Lets the pause before a repeat, and the time-out, pass. */
  const inTime = async <T>(answer: Promise<T>): Promise<T | CloudError> => {
    const settled = answer.catch((error: unknown) => {
      if (error instanceof CloudError) return error;
      throw error;
    });
    await jest.advanceTimersByTimeAsync(60_000);
    return settled;
  };

  it('sends the action and its input to the function of that name', async () => {
    phone.answers({ grids: [] });
    await expect(call('township', 'grids', { parentId: 'v1' }, 'safe')).resolves.toEqual({ grids: [] });
    expect(phone.calls).toEqual([{ name: 'township', action: 'grids', input: { parentId: 'v1' } }]);
  });

  it("hands on the cloud's words, with the fields they belong to", async () => {
    phone.refuses({ code: 'INVALID_INPUT', message: '请改正', fields: { address: '请填写住址' } });
    const error = await inTime(call('home', 'today', {}, 'safe'));
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message: '请改正',
      fields: { address: '请填写住址' },
    });
  });

  it('does not repeat what the cloud has refused', async () => {
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过' });
    await inTime(listQueue('submitted'));
    expect(phone.calls).toHaveLength(1);
  });

  it('repeats a safe call once when no answer came', async () => {
    phone.breaks(offline);
    phone.answers({ rows: [], next: null });
    await expect(inTime(listQueue('submitted'))).resolves.toEqual({ rows: [], next: null });
    expect(phone.calls).toHaveLength(2);
  });

  it('repeats an enrolment with the same request id, so that twice is once', async () => {
    phone.breaks(offline);
    phone.answers({});
    const form = { requestId: 'A'.repeat(24) } as Parameters<typeof enrol>[0];
    await inTime(enrol(form));
    expect(phone.calls.map(({ input }) => input)).toEqual([form, form]);
  });

  it('says NETWORK after the second silence, and sends no third', async () => {
    phone.breaks(offline);
    phone.breaks(offline);
    expect(await inTime(listQueue('submitted'))).toMatchObject({ code: 'NETWORK' });
    expect(phone.calls).toHaveLength(2);
  });

  it('never repeats by itself what counts each time', async () => {
    phone.breaks(offline);
    expect(await inTime(openNumber(opening))).toMatchObject({ code: 'NETWORK' });
    expect(phone.calls).toHaveLength(1);
  });

  it('gives up waiting after twenty seconds', async () => {
    wx.cloud.callFunction = () => new Promise(() => undefined);
    expect(await inTime(openNumber(opening))).toMatchObject({ code: 'NETWORK' });
  });

  it('tells a crashed function from a bad network, and does not repeat it', async () => {
    phone.breaks({ errCode: -504002, errMsg: 'functions execute fail' });
    expect(await inTime(listQueue('submitted'))).toMatchObject({ code: 'INTERNAL' });
    expect(phone.calls).toHaveLength(1);
  });

  it('does not take something else for an answer', async () => {
    wx.cloud.callFunction = (async () => ({ result: '<html>' })) as unknown as typeof wx.cloud.callFunction;
    expect(await inTime(call('home', 'today', {}, 'safe'))).toMatchObject({ code: 'INTERNAL' });
  });
});
