import { component } from 'glass-easel-miniprogram-adapter';
import type { SetDataEntry } from './phone-handle';

export const setDataLog: SetDataEntry[] = [];

/** Records the size of every setData, for the bench. */
export function recordSetData(): void {
  const prototype = component.ComponentCaller.prototype as component.GeneralComponent;
  const original = Reflect.get(prototype, 'setData') as (data: object, callback?: () => void) => void;
  prototype.setData = function (this: component.GeneralComponent, data: object, callback?: () => void) {
    setDataLog.push({ path: this.is, bytes: new TextEncoder().encode(JSON.stringify(data)).length });
    original.call(this, data, callback);
  };
}
