import { component } from 'glass-easel-miniprogram-adapter';

/** One setData: which page or component, and the bytes of its JSON, which is what WeChat carries between threads. */
export interface SetDataEntry {
  path: string;
  bytes: number;
}

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
