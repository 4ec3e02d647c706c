import * as z from 'zod';

/** The part of JSON Schema that contracts use. */
type Schema = {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
};

/** A wrong input. `mustBeRefused` where the contract forbids it; otherwise any answer but a fault will do. */
export type Mutation = { title: string; path: string; input: unknown; mustBeRefused: boolean };

const nested = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < levels; i += 1) value = [value];
  return value;
};
const nestedObject = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < levels; i += 1) value = { value };
  return value;
};

/** Values that fit no simple field; JSON.parse makes own `__proto__` keys, which literals can't. */
const STRANGE_OBJECTS: [string, unknown][] = [
  ['an object', {}],
  ['an array', []],
  ['an operator', { $ne: null }],
  ['a range', { $gt: '' }],
  ['a regular expression', { $regex: '.*' }],
  ['code', { $where: 'sleep(1000)' }],
  ['a prototype', JSON.parse('{"__proto__": {"polluted": true}}')],
  ['a false text', { toString: 'x', length: 3 }],
  ['an array in arrays', [[['x']]]],
  ['200 arrays deep', nested(200)],
  ['200 objects deep', nestedObject(200)],
];
const STRANGE_STRINGS: [string, string][] = [
  ['empty', ''],
  ['blank', '   '],
  ['emoji', '👨‍👩‍👧‍👦🏡'],
  ['control characters', '\u0001\u0008\u001b[31m'],
  ['NUL', 'a\u0000b'],
  ['a lone surrogate', '\ud800'],
  ['right-to-left override', '\u202egnp.exe'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['a field reference', '$people'],
  ['a path', '../../etc/passwd'],
  ['markup', '<script>alert(1)</script>'],
  ['a number', '12'],
  ['NaN', 'NaN'],
  ['null', 'null'],
  ['full-width digits', '１３９１２３４６０２１'],
];
const LONG = '长'.repeat(10_000);
const NUMBERS = [-1, 1.5, 0, 1e308, -1e308, 2 ** 60, Number.MIN_VALUE];

/** Every wrong form of a valid input, field by field, as its schema tells. */
export function* mutationsOf(contractInput: z.ZodType, sample: unknown): Generator<Mutation> {
  const schema = z.toJSONSchema(contractInput, { io: 'input', unrepresentable: 'any' }) as Schema;
  for (const [title, input] of [
    ['null', null],
    ['a text', 'x'],
    ['a number', 5],
    ['true', true],
    ...STRANGE_OBJECTS.slice(1, 2),
  ] as [string, unknown][])
    yield { title: `the whole input is ${title}`, path: '', input, mustBeRefused: true };
  yield { title: 'the whole input is 200 arrays deep', path: '', input: nested(200), mustBeRefused: true };
  for (const key of ['__proto__', 'constructor', '$where', 'toString'])
    yield mutation('is an extra key', [key], withOwnKey(sample, key, { polluted: true }), false);
  yield* inObject(schema, sample, [], (path, value) => replaced(sample, path, value));
}

/** JSON.parse makes an own key of `__proto__`, as a real request does; spreading would not. */
const withOwnKey = (sample: unknown, key: string, value: unknown): unknown =>
  JSON.parse(
    `{${[...Object.entries(sample as object), [key, value]]
      .map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)
      .join(',')}}`,
  );

type Put = (path: string[], value: unknown) => unknown;

function* inObject(schema: Schema, sample: unknown, path: string[], put: Put): Generator<Mutation> {
  const given = sample as Record<string, unknown>;
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(key) ?? false;
    const here = [...path, key];
    yield mutation('is missing', here, put(here, undefined), isRequired);
    yield* inField(property, given[key], here, put);
  }
}

function* inField(field: Schema, sample: unknown, path: string[], put: Put): Generator<Mutation> {
  const alternatives = field.oneOf ?? field.anyOf;
  if (alternatives) {
    const others = alternatives.filter(({ type }) => type !== 'null');
    const fitting = others.find((one) => fits(one, sample)) ?? others[0]!;
    const isNullable = others.length < alternatives.length;
    for (const one of inField(fitting, sample ?? undefined, path, put))
      if (!isNullable || one.title !== `${path.join('.')} is null`) yield one;
    return;
  }
  for (const [title, value] of strangers(field)) yield mutation(`is ${title}`, path, put(path, value), true);
  if (field.type === 'string') yield* inString(field, path, put);
  if (field.type === 'integer' || field.type === 'number')
    for (const value of NUMBERS)
      yield mutation(`is ${value}`, path, put(path, value), forbidsNumber(field, value));
  if (field.type === 'object' && sample !== undefined) yield* inObject(field, sample, path, put);
  if (field.type === 'array') yield* inArray(field, sample, path, put);
}

/** Values of another kind than the field's. */
function strangers(field: Schema): [string, unknown][] {
  const simple: [Schema['type'], string, unknown][] = [
    ['null', 'null', null],
    ['boolean', 'true', true],
    ['integer', 'the number 12345', 12345],
    ['string', 'the text "12"', '12'],
  ];
  const others = simple
    .filter(([type]) => type !== field.type && !(type === 'integer' && field.type === 'number'))
    .map(([, title, value]): [string, unknown] => [title, value]);
  const objects = STRANGE_OBJECTS.filter(([, value]) =>
    field.type === 'array' ? !Array.isArray(value) : field.type !== 'object' || Array.isArray(value),
  );
  return [...others, ...objects];
}

function* inString(field: Schema, path: string[], put: Put): Generator<Mutation> {
  yield mutation('is far too long', path, put(path, LONG), true);
  for (const [title, value] of STRANGE_STRINGS)
    yield mutation(`is the text: ${title}`, path, put(path, value), forbidsText(field, value));
}

function* inArray(field: Schema, sample: unknown, path: string[], put: Put): Generator<Mutation> {
  const [first] = sample === undefined ? [] : (sample as unknown[]);
  const many = Array.from({ length: 150 }, () => first ?? 'x');
  yield mutation('has 150 items', path, put(path, many), true);
  yield mutation('holds null', path, put(path, [null]), true);
  yield mutation('holds an operator', path, put(path, [{ $ne: null }]), true);
  if (field.items?.type === 'object' && first !== undefined)
    yield* inObject(field.items, first, [...path, '0'], put);
}

const forbidsText = (field: Schema, value: string): boolean => {
  if (field.const !== undefined) return value !== field.const;
  if (field.enum !== undefined) return !field.enum.includes(value);
  if (field.pattern !== undefined)
    return (
      !new RegExp(field.pattern, 'u').test(value.trim().toUpperCase()) &&
      !new RegExp(field.pattern, 'u').test(value.trim())
    );
  return value.trim().length < (field.minLength ?? 0) && value.length < (field.minLength ?? 0);
};
const forbidsNumber = (field: Schema, value: number): boolean =>
  (field.type === 'integer' && !Number.isSafeInteger(value)) ||
  value < (field.minimum ?? -Infinity) ||
  value > (field.maximum ?? Infinity);

const fits = (schema: Schema, sample: unknown): boolean => {
  if (typeof sample !== 'object' || sample === null) return schema.type === typeof sample;
  return Object.entries(schema.properties ?? {}).every(([key, property]) => {
    const value = (sample as Record<string, unknown>)[key];
    if (property.const !== undefined) return value === property.const;
    return property.enum === undefined || property.enum.includes(value);
  });
};

const mutation = (what: string, path: string[], input: unknown, mustBeRefused: boolean): Mutation => ({
  title: `${path.join('.')} ${what}`,
  path: path.join('.'),
  input,
  mustBeRefused,
});

/** A copy with one value replaced, or removed when it is undefined. */
function replaced(sample: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced((sample as Record<string, unknown> | undefined)?.[key], rest, value);
  if (Array.isArray(sample)) return sample.map((item: unknown, i) => (String(i) === key ? inner : item));
  const others = Object.entries((sample ?? {}) as Record<string, unknown>).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}
