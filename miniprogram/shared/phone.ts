/** A mainland mobile number: 11 digits beginning 13 to 19. */
export const isMobilePhone = (value: string): boolean => /^1[3-9]\d{9}$/.test(value);
