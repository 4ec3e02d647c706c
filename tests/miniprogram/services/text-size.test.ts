// The renderer brings `Behavior`, which the service needs when it is loaded.
import { render, settle } from '../support/render';
import { holdPhone } from '../support/phone';
import { chooseLargeText, isLargeText } from '../../../miniprogram/services/text-size';

describe('large text', () => {
  it.each([
    [16, false],
    [19, false],
    [20, true],
    [23, true],
  ])("follows WeChat's font setting of %i until somebody chooses", (fontSize, large) => {
    holdPhone().fontSize = fontSize;
    expect(isLargeText()).toBe(large);
  });

  it('keeps what was chosen here, whatever WeChat says', () => {
    const phone = holdPhone();
    phone.fontSize = 23;
    chooseLargeText(false);
    expect(isLargeText()).toBe(false);
    phone.fontSize = 16;
    chooseLargeText(true);
    expect(isLargeText()).toBe(true);
  });

  it('changes every page that is open, and leaves closed ones alone', async () => {
    holdPhone();
    const open = render('pages/privacy');
    const closed = render('pages/privacy');
    closed.detach();
    chooseLargeText(true);
    await settle();
    expect(open.querySelectorAll('.ca-large')).toHaveLength(1);
    expect(closed.querySelectorAll('.ca-large')).toHaveLength(0);
  });
});
