import { requestFailed } from './refusals';
import { isObject, isOperatorObject, type Document } from './values';

/** Sets a field by its dotted path, through arrays too; `undefined` removes it. The document is not changed, a copy is given. */
export function withField(document: Document, path: string, value: unknown): Document {
  return setIn(document, path.split('.'), value) as Document;
}

function setIn(target: unknown, parts: readonly string[], value: unknown): unknown {
  if (Array.isArray(target)) return target.map((item) => setIn(item, parts, value));
  const [name, ...rest] = parts;
  const copy: Document = isObject(target) ? { ...target } : {};
  const fresh = rest.length === 0 ? value : setIn(copy[name!], rest, value);
  if (fresh === undefined) {
    return Object.fromEntries(Object.entries(copy).filter(([key]) => key !== name));
  }
  copy[name!] = fresh;
  return copy;
}

/** `{a: {b: 1}}` says the same as `{'a.b': 1}`: gives the paths with what is asked for at each. */
export function flatFields(specification: Document, prefix = ''): [path: string, value: unknown][] {
  return Object.entries(specification).flatMap(([name, value]): [string, unknown][] => {
    if (name.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$': ${name}`);
    const path = prefix + name;
    const nested = isObject(value) && !isOperatorObject(value) && Object.keys(value).length > 0;
    return nested ? flatFields(value, `${path}.`) : [[path, value]];
  });
}
