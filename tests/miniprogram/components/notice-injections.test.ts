import { INJECTIONS } from '../../support/injections';
import { noticeView } from '../support/notices';
import { render, settle } from '../support/render';

const OWN_PICTURE = 'cloud://e.b/notice-files/a/b.png';

/** A notice that says this in every place that takes words. */
async function showEverywhere(text: string): Promise<Element> {
  const notice = noticeView({
    title: text,
    facts: [{ label: 'when', text }],
    body: [
      { type: 'heading', text },
      { type: 'paragraph', runs: [{ text, bold: true }] },
      { type: 'list', numbered: true, items: [text] },
      { type: 'table', header: [text], rows: [[text]] },
      { type: 'picture', fileId: OWN_PICTURE, caption: text },
    ],
    attachments: [{ name: text, fileId: 'cloud://e.b/notice-files/a/c.pdf', bytes: 9 }],
    source: { organisation: text, documentNumber: text, date: '2026-03-10', scan: null },
    status: 'withdrawn',
    withdrawn: { name: text, at: '2026-03-12T16:40:00+08:00', reason: text },
  });
  const rendered = render('components/notice-text', { notice });
  await settle();
  return rendered.dom;
}

/** Title, fact, heading, run, item, two cells, caption, attachment, source twice, who withdrew it and why. */
const PLACES = 13;

/** The tree that is drawn, without its words. */
const treeOf = (element: Element): string =>
  `${element.tagName}[${element
    .getAttributeNames()
    .filter((name) => name !== 'aria-label' && name !== 'data-name')
    .map((name) => `${name}=${element.getAttribute(name)}`)
    .join(' ')}](${[...element.children].map(treeOf).join()})`;

/** All that a notice may be drawn with. */
const DRAWN = ['CA-ICON', 'MAIN', 'WX-IMAGE', 'WX-SCROLL-VIEW', 'WX-TEXT', 'WX-VIEW'];

let harmless = '';
beforeAll(async () => {
  harmless = treeOf(await showEverywhere('明天打疫苗'));
});

it.each(INJECTIONS)('%s is drawn as words, and draws nothing else', async (text) => {
  const dom = await showEverywhere(text);
  expect(treeOf(dom)).toBe(harmless);
  expect(dom.textContent.split(text)).toHaveLength(PLACES + 1);
});

it('is drawn with what may be drawn, and with nothing that runs, embeds or leads elsewhere', () => {
  const tags = new Set([...harmless.matchAll(/([A-Z][A-Z-]*)\[/g)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(DRAWN);
  expect(harmless).not.toMatch(/ on[a-z]+=|javascript:|https?:/);
});
