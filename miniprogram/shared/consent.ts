/** Version of the privacy text in `CONSENT_TEXT`. A new text needs a new version: everybody is then asked again. */
export const CONSENT_VERSION = '2026-11-01';

/** A child needs the guardian's own consent until the 14th birthday (Personal Information Protection Law, article 31). */
export const GUARDIAN_CONSENT_BELOW_AGE = 14;

/** What the village does with a household's data, in words a villager would use. One paragraph an item. */
export const CONSENT_TEXT: readonly { title: string; text: string }[] = [
  { title: '登记什么', text: '家里每个人的姓名、证件号、手机号、住址，和需要特别照顾的情况。' },
  { title: '用来做什么', text: '只用于本镇的防疫：核实返乡、健康关怀、物资保供和通知到户。不作别的用途。' },
  {
    title: '谁看得到',
    text: '您的网格员、村医和镇防控办，只看自己管的地方。证件号和手机号平时打星号，谁打开看过都有记录。',
  },
  { title: '保存多久', text: '防疫结束后，按规定删除。证件号、手机号和住址加密保存。' },
  { title: '您可以', text: '随时看自己家的档案，改错，或者请网格员帮忙改。' },
];
