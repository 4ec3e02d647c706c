import { nextSteps } from '../../../../miniprogram/packages/returns/decision/results';
import { keepDeclared } from '../../../../miniprogram/packages/returns/declare/declared';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { declaration } from './declarations';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  keepDeclared([]);
});

const other = (more: Parameters<typeof declaration>[0] = {}) =>
  declaration({ declarationId: 'd2', name: '刘秀兰', personId: 'p1', ...more });
const at = (id: string) => ({ currentTarget: { dataset: { id } } });

describe('申报结果', () => {
  it('says what applies to each, why, by which rules, and what to do', async () => {
    phone.answers({ declarations: [declaration(), other(), declaration({ arrivalId: 'a0', name: '别人' })] });
    const page = render('packages/returns/decision');
    await act(page, 'onLoad', { arrivalId: 'a1', sent: '1' });
    expect(words(page)).toMatch(
      /申报交上去了.*周平.*健康监测 14 天.*第 7、14 天做核酸.*为什么.*低风险.*青石发〔2026〕3 号.*刘秀兰.*接下来怎么做.*早晚量体温/,
    );
    expect(words(page)).not.toContain('别人');
  });

  it('a proxy sees what was answered without asking again', async () => {
    phone.answers({ declarations: [] });
    await act(render('packages/returns/decision'), 'onLoad', { arrivalId: 'a1' });
    expect(phone.went).toEqual(['redirectTo ../mine/index']);
  });

  it('the clinic comes before everything else, and the strictest measure counts', () => {
    const decision = declaration().decision;
    const steps = nextSteps([
      declaration({ decision: { ...decision, measure: 'freeMovement', feverClinicFirst: true } }),
      other({ decision: { ...decision, measure: 'homeObservation' } }),
    ]);
    expect(steps[0]).toContain('发热门诊');
    expect(steps.join()).toContain('不出门');
    expect(
      nextSteps([declaration({ decision: { ...decision, measure: 'centralQuarantine' } })])[0],
    ).toContain('不要自己回家');
  });
});

describe('我家的申报', () => {
  const open = async (...declarations: ReturnType<typeof declaration>[]) => {
    phone.answers({ declarations });
    const page = render('packages/returns/mine');
    await act(page, 'load');
    return page;
  };
  const acts = () => phone.calls.filter(({ action }) => action !== 'mine');

  it('shows journeys with their people, and what became of each', async () => {
    const page = await open(
      declaration(),
      other({ status: 'cancelled', cancelled: { at: declaration().declaredAt, reason: '工作走不开' } }),
      declaration({ arrivalId: 'a0', declarationId: 'd0', status: 'checked', waitsFor: null }),
    );
    expect(page.data.arrivals).toMatchObject([
      { arrivalId: 'a1', isOnTheWay: true, people: [{ state: '路上' }, { state: '不来了' }] },
      { arrivalId: 'a0', isOpen: false, people: [{ state: '已核实' }] },
    ]);
    expect(words(page)).toContain('工作走不开');
  });

  it('somebody without a household has declared nothing yet', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '请先登记' });
    const page = render('packages/returns/mine');
    await act(page, 'load');
    expect(page.data).toMatchObject({ status: 'ready', arrivals: [] });
  });

  it('says that an unsent form waits on this phone', async () => {
    phone.storage.set('draft:declare', { savedAt: Date.now() });
    expect(words(await open())).toContain('有一份申报没交');
  });

  it('leads to the form for one person’s answers, or for everybody’s journey', async () => {
    const page = await open(declaration(), other());
    await act(page, 'amend', at('d2'));
    await act(page, 'changePlan', at('a1'));
    expect(phone.went).toEqual([
      'navigateTo ../declare/index?declarationId=d2',
      'navigateTo ../declare/index?plan=1&declarationId=d1',
    ]);
  });

  it('tells that they arrived, after asking', async () => {
    const page = await open(declaration());
    phone.confirms(false);
    await act(page, 'arrived', at('a1'));
    expect(acts()).toEqual([]);
    phone.confirms(true);
    phone.answers({ declarations: [] });
    phone.answers({ declarations: [declaration({ waitsFor: 'check' })] });
    await act(page, 'arrived', at('a1'));
    expect(acts()).toMatchObject([
      { action: 'tellArrival', input: { declarationId: 'd1', withCompanions: true } },
    ]);
    expect(page.data.arrivals).toMatchObject([{ isOnTheWay: false, people: [{ state: '等网格员核实' }] }]);
  });

  it.each([
    [0, { declarationId: 'd1', withCompanions: true }],
    [2, { declarationId: 'd2', withCompanions: false }],
  ])('of two who travel together choice %i does not come', async (tapIndex, input) => {
    Object.assign(wx, { showActionSheet: async () => ({ tapIndex }) });
    const page = await open(declaration(), other());
    await act(page, 'cancel', at('a1'));
    expect(page.data.asking).toBe(true);
    phone.answers({ declarations: [] });
    await act(page, 'onReason', said({ reason: '车票没买到' }));
    expect(acts()).toMatchObject([
      { action: 'cancel', input: { ...input, reason: '车票没买到', version: 1 } },
    ]);
  });
});
