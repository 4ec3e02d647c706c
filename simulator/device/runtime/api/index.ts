import { appEvents } from '../app-events';
import { notEmulated } from '../problems';
import { audio } from './audio';
import { cloud } from './cloud';
import { device } from './device';
import { drawing } from './drawing';
import { files } from './files';
import { interaction } from './interaction';
import { location } from './location';
import { media } from './media';
import { navigation } from './navigation';
import { network } from './network';
import { openAbility } from './open-ability';
import { privacy } from './privacy';
import { storage } from './storage';
import { subscription } from './subscription';
import { system } from './system';

const emulated: Record<string, unknown> = {
  ...navigation,
  ...interaction,
  ...storage,
  ...system,
  ...network,
  ...media,
  ...audio,
  ...files,
  ...device,
  ...location,
  ...drawing,
  ...openAbility,
  ...privacy,
  ...subscription,
  ...appEvents,
  cloud,
};

/** The global `wx`. What is not emulated says so on the screen when it is called. */
export function createApi(): Record<string, unknown> {
  const api: Record<string, unknown> = { ...emulated, canIUse };
  return new Proxy(api, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      return unknownMethod(key);
    },
  });
}

/** wx.canIUse('api.option') or ('component.attribute'): yes for what is emulated, and for any component's tag. */
function canIUse(schema: string): boolean {
  const [name = ''] = schema.split('.');
  return name in emulated || /^[a-z]+(-[a-z]+)*$/.test(name);
}

function unknownMethod(name: string): (options?: { fail?: (error: object) => void }) => undefined {
  return (options) => {
    notEmulated(`wx.${name}`);
    options?.fail?.({ errMsg: `${name}:fail not emulated` });
    return undefined;
  };
}
