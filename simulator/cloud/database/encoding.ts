import type { Binary, BSONRegExp, ObjectId } from 'bson';
import { TYPE_ORDER, isNativeRegExp, isObject, typeOf, type ValueType } from './values';

/*
 * Values as bytes whose order is MongoDB's order: comparing two keys byte by byte compares the values. Every value ends
 * itself (no value's bytes begin another's), so keys of several fields are simply put one after the other.
 */

const TYPE_BYTE = Object.fromEntries(TYPE_ORDER.map((type, index) => [type, 0x10 + index])) as Record<
  ValueType,
  number
>;
const END = Buffer.from([0]);

/** The first byte of every value of a type: the bounds of a range query, which never leaves its type. */
export const typeByte = (type: ValueType): Buffer => Buffer.from([TYPE_BYTE[type]]);

/** The ordered bytes of one value. */
export function encodeValue(value: unknown): Buffer {
  const type = typeOf(value);
  return Buffer.concat([typeByte(type), encodeBody(type, value)]);
}

function encodeBody(type: ValueType, value: unknown): Buffer {
  switch (type) {
    case 'missing':
    case 'null':
      return Buffer.alloc(0);
    case 'number':
      return encodeNumber(value as number);
    case 'date':
      return encodeNumber((value as Date).getTime());
    case 'string':
      return encodeString(value as string);
    case 'bool':
      return Buffer.from([value === true ? 1 : 0]);
    case 'objectId':
      return Buffer.from((value as ObjectId).toHexString(), 'hex');
    case 'binData':
      return encodeBinary(value as Binary);
    case 'regex':
      return encodeRegex(value as RegExp | BSONRegExp);
    case 'array':
      return Buffer.concat([...(value as unknown[]).map((item) => encodeValue(item ?? null)), END]);
    case 'object':
      return Buffer.concat([
        ...Object.entries(value as object).map(([name, item]) =>
          Buffer.concat([typeByte(typeOf(item)), encodeString(name), encodeValue(item)]),
        ),
        END,
      ]);
  }
}

/** NaN sorts before every number; IEEE bits sort as numbers once the sign is turned over. */
function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (bytes[0]! & 0x80) return inverted(bytes);
  bytes[0]! |= 0x80;
  return bytes;
}

/** UTF-8 with a terminator that sorts before everything; a NUL inside is escaped so that it sorts after the terminator. */
function encodeString(value: string): Buffer {
  const text = value.includes('\0') ? value.replaceAll('\0', '\0\u00ff') : value;
  return Buffer.concat([Buffer.from(text, 'utf8'), Buffer.from([0, 0])]);
}

function encodeBinary(value: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.position);
  head[4] = value.sub_type;
  return Buffer.concat([head, Buffer.from(value.buffer).subarray(0, value.position)]);
}

function encodeRegex(value: RegExp | BSONRegExp): Buffer {
  const [pattern, flags] = isNativeRegExp(value)
    ? [value.source, value.flags]
    : [value.pattern, value.options];
  return Buffer.concat([encodeString(pattern), encodeString(flags)]);
}

/** The same bytes in descending order. */
export function inverted(bytes: Buffer): Buffer {
  const result = Buffer.alloc(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = bytes[i]! ^ 0xff;
  return result;
}

/** The smallest key after every key that begins with these bytes; undefined when there is none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return undefined;
  const result = Buffer.from(prefix.subarray(0, end));
  result[end - 1]!++;
  return result;
}

/** MongoDB's order over all values, by type first. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) {
    return a - b || 0;
  }
  return Buffer.compare(encodeValue(a), encodeValue(b));
}

/** Equality as MongoDB sees it: by type and value; the order of an object's fields counts. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== typeof b) return false;
  if (!isObject(a) && typeof a !== 'object') return Number.isNaN(a) && Number.isNaN(b);
  return encodeValue(a).equals(encodeValue(b));
}
