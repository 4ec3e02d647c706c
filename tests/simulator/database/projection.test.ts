import type { Document } from '../../../simulator/cloud/database';
import { databaseWith, find } from './engine';

const document = {
  a: 1,
  b: { c: 2, d: 3 },
  list: [1, 2, 3, 4],
  people: [
    { name: 'x', age: 1, tags: ['p', 'q'] },
    { name: 'y', age: 9 },
  ],
};
const whole = { _id: 1, ...document };

test.each<[string, Document, Document]>([
  ['keeps a field, and _id by itself', { a: 1 }, { _id: 1, a: 1 }],
  ['keeps without _id', { a: true, _id: 0 }, { a: 1 }],
  ['drops fields', { a: 0, list: false, people: 0 }, { _id: 1, b: document.b }],
  ['drops only _id', { _id: 0 }, document],
  ['keeps only _id', { _id: 1 }, { _id: 1 }],
  ['keeps a nested field', { 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  ['drops a nested field', { 'b.c': 0, list: 0, people: 0 }, { _id: 1, a: 1, b: { d: 3 } }],
  ['keeps a field of each element', { 'people.name': 1 }, { _id: 1, people: [{ name: 'x' }, { name: 'y' }] }],
  ['keeps nothing of what is not there', { nothing: 1, 'a.b': 1 }, { _id: 1 }],
  ['keeps an empty object of one that lacks the field', { 'b.x': 1 }, { _id: 1, b: {} }],
  ['$slice: the first', { list: { $slice: 2 } }, { ...whole, list: [1, 2] }],
  ['$slice: the last', { list: { $slice: -1 } }, { ...whole, list: [4] }],
  ['$slice: from a place', { list: { $slice: [1, 2] } }, { ...whole, list: [2, 3] }],
  ['$slice: from the end', { list: { $slice: [-3, 2] } }, { ...whole, list: [2, 3] }],
  ['$slice beside a kept field', { a: 1, list: { $slice: 1 } }, { _id: 1, a: 1, list: [1] }],
  [
    '$elemMatch: the first that matches',
    { people: { $elemMatch: { age: { $gt: 0 } } } },
    { _id: 1, people: [document.people[0]] },
  ],
  ['an empty projection keeps all', {}, whole],
])('%s', async (_says, projection, result) => {
  const database = databaseWith([document]);
  expect(await find(database, {}, { projection })).toEqual([result]);
  database.close();
});

test.each<[string, Document, RegExp]>([
  ['keeping and dropping at once', { a: 1, b: 0 }, /mix/],
  ['a field and its inside', { b: 1, 'b.c': 1 }, /collision/],
  ['an unknown operator', { a: { $frob: 1 } }, /Unsupported projection/],
  ['the positional operator', { 'list.$': 1 }, /not emulated/],
  ['a slice by text', { list: { $slice: 'x' } }, /\$slice takes/],
])('refuses %s', async (_says, projection, message) => {
  const database = databaseWith([document]);
  await expect(find(database, {}, { projection })).rejects.toThrow(message);
  database.close();
});
