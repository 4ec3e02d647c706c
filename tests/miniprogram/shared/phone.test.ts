import { isMobilePhone } from '../../../miniprogram/shared/phone';

describe('isMobilePhone', () => {
  it.each(['13912346021', '19900000000'])('accepts %s', (phone) => expect(isMobilePhone(phone)).toBe(true));
  it.each([
    '',
    '12912346021',
    '1391234602',
    '139123460210',
    '139 1234 6021',
    '+8613912346021',
    '0816-2345678',
  ])('refuses "%s"', (phone) => expect(isMobilePhone(phone)).toBe(false));
});
