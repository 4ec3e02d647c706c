import { Element } from 'glass-easel';
import type { behavior, CodeSpace, component, ComponentEnv, types } from 'glass-easel-miniprogram-adapter';
import type { ComponentConfig, Manifest, StyleIsolation } from '../manifest';
import { report } from './problems';

type Definition = types.GeneralComponentDefinition & {
  behaviors?: (behavior.GeneralBehavior | string)[];
  options?: { styleIsolation?: StyleIsolation; addGlobalClass?: boolean };
};

/** The adapter's type has an enum of the same strings. */
export const staticConfig = (config: ComponentConfig): types.ComponentStaticConfig =>
  config as unknown as types.ComponentStaticConfig;

let enter: (path: string) => void = () => undefined;

/** From now on Page(), Component() and Behavior() belong to this path's script. */
export const enterScript = (path: string): void => enter(path);

/** Installs the global constructors that pages and components register themselves with. */
export function installConstructors(space: CodeSpace, manifest: Manifest): void {
  const wellKnown = wellKnownBehaviors(space);
  const ready = readyAfterDrawing(space);
  const withKnownBehaviors = <T extends Definition>(definition: T): T => {
    if (!definition.behaviors) return definition;
    const behaviors = definition.behaviors.map((one) => (typeof one === 'string' ? wellKnown[one] : one));
    return { ...definition, behaviors: behaviors.filter((one) => one !== undefined) };
  };
  const complete = <T extends Definition>(definition: T): T => {
    const known = withKnownBehaviors(definition);
    return { ...known, behaviors: [...(known.behaviors ?? []), ready] };
  };
  enter = (path) => {
    space.componentEnv(path, (environment) => {
      const constructors = constructorsFor(environment, { complete, withKnownBehaviors }, (options) => {
        honourStyleOptions(space, manifest, path, options);
      });
      Object.assign(window, constructors);
    });
  };
  enter('app');
}

function constructorsFor(
  environment: ComponentEnv,
  definitions: Record<'complete' | 'withKnownBehaviors', <T extends Definition>(definition: T) => T>,
  onOptions: (options: NonNullable<Definition['options']>) => void,
): object {
  const Behavior = (definition?: Definition): unknown =>
    definition ? environment.Behavior(definitions.withKnownBehaviors(definition)) : environment.Behavior();
  return {
    Page: (definition: Definition) => environment.Page(definitions.withKnownBehaviors(definition)),
    Component: (definition?: Definition): unknown => {
      if (!definition) return environment.Component();
      if (definition.options) onOptions(definition.options);
      environment.Component(definitions.complete(definition));
      return undefined;
    },
    Behavior: Object.assign(Behavior, { trait: () => environment.Behavior.trait() }),
  };
}

/** Class names are scoped when the styles are compiled, so of the options set in a script only one can still be taken. */
function honourStyleOptions(
  space: CodeSpace,
  manifest: Manifest,
  path: string,
  { styleIsolation, addGlobalClass }: NonNullable<Definition['options']>,
): void {
  const config = manifest.components[path];
  if (!config || config.styleIsolation !== undefined) return;
  const wanted = styleIsolation ?? (addGlobalClass ? 'apply-shared' : undefined);
  if (wanted === 'apply-shared')
    space.addComponentStaticConfig(path, staticConfig({ ...config, styleIsolation: wanted }));
  else if (wanted !== undefined && wanted !== 'isolated' && !path.startsWith('miniprogram_npm/'))
    report(`${path}：请把 styleIsolation: ${wanted} 写进 json，脚本里的来不及生效`);
}

/** Gives a component its `ready` once it has been drawn: the engine knows the lifetime and leaves its moment to us. */
function readyAfterDrawing(space: CodeSpace): behavior.GeneralBehavior {
  const attached = function (this: component.GeneralComponent): void {
    const drawn = this._$;
    requestAnimationFrame(() => {
      if (Element.isAttached(drawn)) drawn.triggerLifetime('ready', []);
    });
  };
  return space.behavior().definition({ lifetimes: { attached } }).register() as behavior.GeneralBehavior;
}

/** WeChat's built-in behaviors, `wx://…`. */
function wellKnownBehaviors(space: CodeSpace): Record<string, behavior.GeneralBehavior> {
  const field = { properties: { name: String, value: null } };
  const define = (definition: object) =>
    space.behavior().definition(definition).register() as behavior.GeneralBehavior;
  return {
    'wx://form-field': define(field),
    'wx://form-field-group': define({}),
    'wx://form-field-button': define({}),
    'wx://component-export': define({}),
  };
}
