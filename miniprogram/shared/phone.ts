/** A mainland mobile number: 11 digits beginning 13 to 19. */
export const isMobilePhone = (value: string): boolean => /^1[3-9]\d{9}$/.test(value);

/** What is wrong with a typed mobile number, as the contract says it; empty when nothing is. */
export const wrongPhone = (phone: string): string => {
  if (phone.trim() === '') return '请填写手机号';
  return isMobilePhone(phone.trim()) ? '' : '手机号是 11 位数字，请再看一遍';
};
