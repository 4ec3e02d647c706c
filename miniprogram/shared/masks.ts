/** How numbers are shown where nobody needs them whole: enough to recognise one's own, too little to use somebody else's. */

/** 139****6021 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 511***********2428; of shorter papers one character in front and two behind. */
export function maskPapers(number: string): string {
  const [front, behind] = number.length >= 15 ? [3, 4] : [1, 2];
  return number.slice(0, front) + '*'.repeat(number.length - front - behind) + number.slice(-behind);
}

/** 王** */
export const maskName = (name: string): string => {
  const [first = '', ...others] = name;
  return first + '*'.repeat(Math.max(1, others.length));
};
