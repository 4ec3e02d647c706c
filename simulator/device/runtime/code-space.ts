import type { CurrentWindowBackendContext } from 'glass-easel';
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  Event as GlassEvent,
  type GeneralComponent,
  type template,
} from 'glass-easel';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { Manifest } from '../manifest';
import { registerBuiltins } from './builtins';
import { installConstructors, staticConfig } from './constructors';
import { DomBackend } from './dom-backend';
import { report, reportError } from './problems';
import { fillObserverMargins } from './observer-margins';
import { recordSetData } from './set-data-log';
import { installSelectorQuery } from './selector-query';
import { viewportTop } from './viewport';

export type TemplateGroup = Record<string, template.ProcGenGroup>;

/** The running mini-program's code: its configuration, components and the document they are drawn on. */
export interface Program {
  manifest: Manifest;
  space: CodeSpace;
  backend: DomBackend;
  drawing: AssociatedBackend;
}

/** Registers every component's configuration, template and styles with glass-easel; scripts follow. */
export function createProgram(manifest: Manifest, templates: TemplateGroup): Program {
  listenToGlassEasel(manifest);
  const environment = new MiniProgramEnv();
  const builtins = registerBuiltins(environment.getGlobalCodeSpace());
  const space = environment.createCodeSpace('', true);
  for (const [name, definition] of builtins)
    space.getComponentSpace().setGlobalUsingComponent(name, definition);
  space.getComponentSpace().updateComponentOptions({ useMethodCallerListeners: true, writeIdToDOM: true });
  const backend = new DomBackend();
  dispatchEvents(backend);
  const drawing = environment.associateBackend(backend);
  space.addStyleSheet('app', 'app', '');
  backend.registerStyleSheetContent('app', manifest.styles.app);
  for (const [path, config] of Object.entries(manifest.components)) {
    space.addComponentStaticConfig(path, staticConfig(config));
    space.addStyleSheet(path, path, manifest.scopes[path]);
    backend.registerStyleSheetContent(path, manifest.styles[path]);
    const content = templates[path];
    if (content) space.addCompiledTemplate(path, { groupList: templates, content });
  }
  installConstructors(space, manifest);
  recordSetData();
  installSelectorQuery();
  fillObserverMargins();
  return { manifest, space, backend, drawing };
}

function dispatchEvents(backend: CurrentWindowBackendContext): void {
  backend.onEvent((target, type, detail, options) => {
    const original = options.originalEvent as Partial<TouchEvent> | undefined;
    const event = new GlassEvent<unknown>(type, pageDetail(detail), {
      ...options,
      extraFields: {
        touches: touchesOf(original?.touches),
        changedTouches: touchesOf(original?.changedTouches),
      },
    });
    event.dispatch(target);
    return event.getEventBubbleStatus();
  });
}

/** Points are measured from the page's top, below the navigation bar. */
function pageDetail(detail: unknown): unknown {
  const point = detail as { x?: unknown; y?: unknown } | null;
  return typeof point?.x === 'number' && typeof point.y === 'number'
    ? { x: point.x, y: point.y - viewportTop() }
    : detail;
}

const touchesOf = (touches: ArrayLike<Touch> | undefined): object[] =>
  Array.from(touches ?? [], (touch) => ({
    identifier: touch.identifier,
    clientX: touch.clientX,
    clientY: touch.clientY - viewportTop(),
    pageX: touch.pageX,
    pageY: touch.pageY - viewportTop(),
    ...onCanvas(touch),
  }));

/** On a canvas a touch also says where on the canvas it is: x, y from its top left corner. */
function onCanvas({ target, clientX, clientY }: Touch): { x?: number; y?: number } {
  const canvas = (target as Element | null)?.closest('wx-canvas');
  if (!canvas) return {};
  const { left, top } = canvas.getBoundingClientRect();
  return { x: clientX - left, y: clientY - viewportTop() - top };
}

function listenToGlassEasel(manifest: Manifest): void {
  addGlobalErrorListener((error, method, related) => {
    reportError(`${pathOf(related)} ${method ?? ''}`, error);
    return false;
  });
  addGlobalWarningListener((message, related) => {
    if (!isQuietInWeChat(message, pathOf(related), manifest)) report(`${pathOf(related)} ${message}`);
    return false;
  });
}

/** A package's own code may do what WeChat only mutters about in its console; that isn't ours to correct. */
const isQuietInWeChat = (message: string, path: string, manifest: Manifest): boolean =>
  path.startsWith('miniprogram_npm/') ||
  message.includes('"miniprogram_npm/') ||
  // An unset (null, undefined) property falls back to its default without harm; whose it is, the message doesn't say.
  /expected <(String> but get null|Number> but got non-number) value/.test(message) ||
  (message.includes('not a valid property') && !(path in manifest.components));

const pathOf = (related: GeneralComponent | string | undefined): string =>
  related === undefined ? '' : typeof related === 'string' ? related : related.is;
