import { CurrentWindowBackendContext } from 'glass-easel';
import { phoneLengths } from '../compile/lengths';
import { viewportTop } from './viewport';

type DomlikeDocument = CurrentWindowBackendContext['document'];
type DomlikeElement = ReturnType<DomlikeDocument['createElement']>;

const asDomlike = (node: unknown): DomlikeElement => node as DomlikeElement;

/**
 * glass-easel on the document: tags become `wx-…` elements, lengths are the phone's, and positions are measured from
 * the page's top edge below the navigation bar, as WeChat's are.
 */
export class DomBackend extends CurrentWindowBackendContext {
  private readonly sheets = new Map<string, HTMLStyleElement>();
  private readonly contents = new Map<string, string>();

  override document: DomlikeDocument = {
    createElement: (tag) => asDomlike(createWxElement(tag)),
    createTextNode: (text) => asDomlike(document.createTextNode(text)),
    createDocumentFragment: () => asDomlike(document.createDocumentFragment()),
  };

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.contents.set(path, String(content));
  }

  override appendStyleSheetPath(path: string): number {
    if (!this.sheets.has(path)) {
      const sheet = document.createElement('style');
      sheet.dataset.path = path;
      sheet.textContent = this.contents.get(path) ?? '';
      document.head.append(sheet);
      this.sheets.set(path, sheet);
    }
    return 0;
  }

  override disableStyleSheet(): void {
    // Sheets are shared by all instances of a component, so they stay.
  }

  /** Page styles are not scoped: only the visible page's apply, as each page has a document of its own in WeChat. */
  showStylesOf(page: string, pages: readonly string[]): void {
    for (const path of pages) {
      const sheet = this.sheets.get(path);
      if (sheet) sheet.media = path === page ? '' : 'not all';
    }
  }
}

function createWxElement(tag: string): HTMLElement {
  const created = document.createElement(`wx-${tag}`);
  const setAttribute = created.setAttribute.bind(created);
  created.setAttribute = (name, value) => {
    setAttribute(name, name === 'style' ? phoneLengths(value) : value);
  };
  const measure = created.getBoundingClientRect.bind(created);
  created.getBoundingClientRect = () => {
    const { x, y, width, height } = measure();
    return new DOMRect(x, y - viewportTop(), width, height);
  };
  return created;
}
