import { EJSON, ObjectId } from 'bson';
import { parseEjson } from './ejson';
import { invalidParameter, requestFailed } from './refusals';
import { isDate, isObject, typeOf, type Document } from './values';

/** MongoDB's limit for one document. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * Reads an EJSON string of the wire. `{"$tcb_server_date":{"offset":n}}`, which the SDK sends for `db.serverDate()`,
 * becomes the simulator's time plus n milliseconds.
 */
export function parseWire(text: unknown, what: string, now: () => number): Document {
  const value = parseWireValue(text, what, now);
  if (!isObject(value)) throw invalidParameter(`${what} must be an object`);
  return value;
}

/** The same for what may also be a plain value: the argument of an aggregation stage. */
export function parseWireValue(text: unknown, what: string, now: () => number): unknown {
  if (typeof text !== 'string') throw invalidParameter(`${what} must be an EJSON string`);
  try {
    return withServerDates(parseEjson(text), now());
  } catch (error) {
    throw invalidParameter(`${what} is not valid EJSON: ${String(error)}`);
  }
}

function withServerDates(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => withServerDates(item, now));
  if (!isObject(value)) return value;
  const serverDate = value.$tcb_server_date;
  if (isObject(serverDate)) return new Date(now + Number(serverDate.offset ?? 0));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withServerDates(item, now)]));
}

/** The stored and answered form: relaxed EJSON, which is plain JSON for nearly every document. */
export function toText(document: Document): string {
  return isPlainJson(document) ? JSON.stringify(document) : EJSON.stringify(document, { relaxed: true });
}

export function fromText(text: string): Document {
  return parseEjson(text) as Document;
}

function isPlainJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlainJson);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return isObject(value) && Object.values(value).every(isPlainJson);
}

/** Refuses what MongoDB refuses to store, and returns the text to store. */
export function storableText(document: Document): string {
  checkFields(document, 0);
  const type = typeOf(document._id);
  if (type === 'array' || type === 'regex' || type === 'missing') {
    throw requestFailed(`The '_id' value cannot be of type ${type}`);
  }
  const text = toText(document);
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) {
    throw requestFailed(`object to insert too large. size in bytes: ${size}, max size: ${MAX_BYTES}`);
  }
  return text;
}

function checkFields(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw requestFailed(`the document is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    for (const item of value) checkFields(item, depth + 1);
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      checkName(name);
      checkFields(item, depth + 1);
    }
  } else if (!isDate(value)) typeOf(value);
  else if (Number.isNaN(value.getTime())) throw requestFailed('the document holds an invalid date');
}

function checkName(name: string): void {
  if (name === '__proto__') throw requestFailed('A field cannot be named __proto__.');
  if (name.startsWith('$')) {
    throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
  }
  if (name.includes('.')) throw requestFailed(`The dotted field '${name}' is not valid for storage.`);
  if (name.includes('\0')) throw requestFailed('A field name cannot contain a NUL character.');
}

/** A document with `_id` first, as MongoDB keeps it; one without gets a generated 32-character id, as on CloudBase. */
export function withId(document: Document): Document {
  const { _id, ...fields } = document;
  return { _id: _id === undefined ? newId() : _id, ...fields };
}

const newId = () =>
  new ObjectId().toHexString() +
  Math.floor(Math.random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');
