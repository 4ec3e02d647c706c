import { openid } from '../session';
import { method, Refusal } from './method';

/** Each persona's phone has its own storage. */
const prefix = `phone:${openid}:`;
const limitKB = 10_240;
const itemLimitKB = 1024;

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

const read = (key: string): string | null => localStorage.getItem(prefix + key);

/** What was stored, or an empty string as WeChat has it. */
function get(key: string): unknown {
  const text = read(key);
  return text === null ? '' : (JSON.parse(text) as { value?: unknown }).value;
}

function set(key: string, value: unknown): void {
  const text = JSON.stringify({ value });
  if (text.length > itemLimitKB * 1024) throw new Refusal('entry size limit reached');
  localStorage.setItem(prefix + key, text);
}

const remove = (key: string): void => localStorage.removeItem(prefix + key);
const clear = (): void => keys().forEach(remove);
const info = () => ({
  keys: keys(),
  currentSize: Math.ceil(keys().reduce((sum, key) => sum + (read(key)?.length ?? 0), 0) / 1024),
  limitSize: limitKB,
});

interface Keyed {
  key: string;
}

export const storage = {
  getStorageSync: get,
  setStorageSync: set,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  batchGetStorageSync: (wanted: string[]): unknown[] => wanted.map(get),
  batchSetStorageSync: (items: { key: string; value: unknown }[]): void =>
    items.forEach(({ key, value }) => set(key, value)),
  getStorage: method('getStorage', ({ key }: Keyed) => {
    if (read(key) === null) throw new Refusal('data not found');
    return { data: get(key) };
  }),
  setStorage: method('setStorage', ({ key, data }: Keyed & { data: unknown }) => set(key, data)),
  removeStorage: method('removeStorage', ({ key }: Keyed) => remove(key)),
  clearStorage: method('clearStorage', () => clear()),
  getStorageInfo: method('getStorageInfo', info),
};
