import { randomBytes } from 'node:crypto';
import { APP_ID } from '../functions/caller';
import type { StateStore } from '../state-store';
import { WeChatError } from './wechat-error';

const VALID_FOR = 5 * 60_000;
/** WeChat replaces at most this many in one call. */
const PER_CALL = 5;

interface Kept {
  openid: string;
  kind: 'phone' | 'group';
  value: string;
  until: number;
}

/**
 * What WeChat knows of a user and tells only the mini-program's server: phone number and group. The phone gets a code
 * or a cloudID, good for five minutes, which the server exchanges.
 */
export class OpenData {
  constructor(
    private readonly store: StateStore,
    private readonly now: () => number,
    private readonly phoneOfPersona: (openid: string) => string | undefined,
  ) {
    store.exec(`
      CREATE TABLE IF NOT EXISTS phones (openid TEXT PRIMARY KEY, phone TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS open_data (
        id TEXT PRIMARY KEY, openid TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, until INTEGER NOT NULL)`);
  }

  setPhone(openid: string, phone: string): void {
    this.store.prepare('INSERT OR REPLACE INTO phones VALUES (?, ?)').run(openid, phone);
  }

  phoneOf(openid: string): string | undefined {
    const row = this.store.prepare('SELECT phone FROM phones WHERE openid = ?').get(openid) as
      { phone: string } | undefined;
    return row?.phone ?? this.phoneOfPersona(openid);
  }

  /** A code for `phonenumber.getPhoneNumber`; undefined when the phone has no number. */
  phoneCode(openid: string): string | undefined {
    const phone = this.phoneOf(openid);
    return phone === undefined ? undefined : this.#keep({ openid, kind: 'phone', value: phone });
  }

  groupCloudId(openid: string, openGid: string): string {
    return this.#keep({ openid, kind: 'group', value: openGid });
  }

  /** `openapi.phonenumber.getPhoneNumber`: each code is good once. */
  getPhoneNumber(parameters: Record<string, unknown>): Record<string, unknown> {
    const code = parameters.code;
    const kept = typeof code === 'string' ? this.#find(code) : undefined;
    if (kept?.kind !== 'phone') throw new WeChatError(40029, 'invalid code');
    this.store.prepare('DELETE FROM open_data WHERE id = ?').run(code);
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: APP_ID };
    return {
      phone_info: { phoneNumber: kept.value, purePhoneNumber: kept.value, countryCode: '86', watermark },
    };
  }

  /**
   * Puts the data in the place of each `{"$cloudID": id}` in the fields of `data`. As in WeChat, only top-level fields
   * are looked at: a deeper one arrives as the bare id.
   */
  reveal(data: Record<string, unknown>, openid: string): Record<string, unknown> {
    let revealed = 0;
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const id = cloudIdIn(value);
        return [name, id !== undefined && revealed++ < PER_CALL ? this.dataOf(id, openid) : flatten(value)];
      }),
    );
  }

  /** What a cloudID stands for, told to the functions of whoever has it from their own phone. */
  dataOf(id: string, openid: string | undefined): Record<string, unknown> {
    const kept = this.#find(id);
    if (kept === undefined) return { cloudID: id, errCode: -601006, errMsg: 'cloudID expired' };
    if (kept.openid !== openid)
      return { cloudID: id, errCode: -601007, errMsg: 'cloudID and calling user does not match' };
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: APP_ID };
    return { cloudID: id, data: { opengid: kept.value, watermark } };
  }

  #keep(data: Omit<Kept, 'until'>): string {
    const id = `${data.kind}_${randomBytes(24).toString('base64url')}`;
    this.store.prepare('DELETE FROM open_data WHERE until < ?').run(this.now());
    this.store
      .prepare('INSERT INTO open_data VALUES (?, ?, ?, ?, ?)')
      .run(id, data.openid, data.kind, data.value, this.now() + VALID_FOR);
    return id;
  }

  #find(id: string): Kept | undefined {
    const kept = this.store
      .prepare('SELECT openid, kind, value, until FROM open_data WHERE id = ?')
      .get(id) as Kept | undefined;
    return kept !== undefined && kept.until >= this.now() ? kept : undefined;
  }
}

function cloudIdIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const id = (value as Record<string, unknown>).$cloudID;
  return typeof id === 'string' ? id : undefined;
}

function flatten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatten);
  if (typeof value !== 'object' || value === null) return value;
  return (
    cloudIdIn(value) ??
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, flatten(inner)]))
  );
}
