import { PAGES } from './pages';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

/** WeChat's font-size setting: standard, and the largest that older people use. */
const FONT_SIZES = [
  ['normal', 16],
  ['large', 23],
] as const;

describe.each(FONT_SIZES)('at %s text', (size, fontSize) => {
  it.each(PAGES)(
    '$name opens without a fault, and nothing sticks out at the side',
    async ({ name, openid, route, shows, group }) => {
      const phone = await hold(openid, { route: route(township()), fontSize, ...(group && { group }) });
      await phone.sees(shows);
      const overflow = await phone.page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await phone.picture(`page-${name}-${size}`);
      await phone.expectNoProblems();
    },
  );
});
