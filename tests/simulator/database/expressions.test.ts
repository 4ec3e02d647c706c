import { ObjectId } from 'bson';
import type { Document } from '../../../simulator/cloud/database';
import { aggregate, databaseWith } from './engine';

/** Each row: an expression, the document it reads, and its value as MongoDB's manual has it; undefined for no field. */
type Row = [says: string, expression: unknown, document: Document, value: unknown];

const at = (text: string) => new Date(text);
const moment = at('2022-03-06T05:07:09.123Z'); // a Sunday

const tables: Record<string, Row[]> = {
  arithmetic: [
    ['$abs', { $abs: '$a' }, { a: -5 }, 5],
    ['$abs of null', { $abs: '$a' }, { a: null }, null],
    ['$add', { $add: ['$a', 2, 0.5] }, { a: 1 }, 3.5],
    ['$add to a date', { $add: ['$a', 1000] }, { a: at('2022-01-01T00:00:00Z') }, at('2022-01-01T00:00:01Z')],
    ['$add of missing', { $add: ['$a', 2] }, {}, null],
    ['$ceil', { $ceil: '$a' }, { a: -1.5 }, -1],
    ['$floor', { $floor: '$a' }, { a: -1.5 }, -2],
    ['$floor of missing', { $floor: '$a' }, {}, null],
    ['$divide', { $divide: ['$a', 4] }, { a: 10 }, 2.5],
    ['$divide of null', { $divide: ['$a', 4] }, { a: null }, null],
    ['$exp', { $exp: '$a' }, { a: 0 }, 1],
    ['$ln', { $ln: '$a' }, { a: 1 }, 0],
    ['$log', { $log: ['$a', 2] }, { a: 8 }, 3],
    ['$log10', { $log10: '$a' }, { a: 1000 }, 3],
    ['$mod', { $mod: ['$a', 3] }, { a: 7 }, 1],
    ['$mod keeps the sign', { $mod: ['$a', 3] }, { a: -7 }, -1],
    ['$mod of null', { $mod: ['$a', 3] }, { a: null }, null],
    ['$multiply', { $multiply: ['$a', 2, 3] }, { a: 4 }, 24],
    ['$multiply of null', { $multiply: ['$a', 2] }, { a: null }, null],
    ['$pow', { $pow: ['$a', 3] }, { a: 2 }, 8],
    ['$pow of null', { $pow: ['$a', 3] }, { a: null }, null],
    ['$sqrt', { $sqrt: '$a' }, { a: 9 }, 3],
    ['$subtract', { $subtract: ['$a', 3] }, { a: 1 }, -2],
    [
      '$subtract dates: milliseconds',
      { $subtract: ['$a', at('2022-01-01T00:00:00Z')] },
      { a: at('2022-01-01T00:00:02Z') },
      2000,
    ],
    [
      '$subtract from a date',
      { $subtract: ['$a', 1000] },
      { a: at('2022-01-01T00:00:01Z') },
      at('2022-01-01T00:00:00Z'),
    ],
    ['$trunc', { $trunc: '$a' }, { a: -7.9 }, -7],
    ['$trunc to a place', { $trunc: ['$a', 1] }, { a: 7.89 }, 7.8],
    ['$round: half to even', { $round: '$a' }, { a: 2.5 }, 2],
    ['$round up', { $round: ['$a', 0] }, { a: 3.5 }, 4],
    ['$round to a place', { $round: ['$a', 1] }, { a: 7.86 }, 7.9],
  ],
  arrays: [
    ['$arrayElemAt', { $arrayElemAt: ['$a', 1] }, { a: [1, 2, 3] }, 2],
    ['$arrayElemAt from the end', { $arrayElemAt: ['$a', -1] }, { a: [1, 2, 3] }, 3],
    ['$arrayElemAt beyond', { $arrayElemAt: ['$a', 9] }, { a: [1] }, undefined],
    ['$arrayElemAt of null', { $arrayElemAt: ['$a', 0] }, { a: null }, null],
    [
      '$arrayToObject of pairs',
      { $arrayToObject: '$a' },
      {
        a: [
          ['x', 1],
          ['y', 2],
        ],
      },
      { x: 1, y: 2 },
    ],
    ['$arrayToObject of k and v', { $arrayToObject: '$a' }, { a: [{ k: 'x', v: 1 }] }, { x: 1 }],
    ['$concatArrays', { $concatArrays: ['$a', [3]] }, { a: [1, 2] }, [1, 2, 3]],
    ['$concatArrays with null', { $concatArrays: ['$a', [3]] }, { a: null }, null],
    ['$filter', { $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 1] } } }, { a: [1, 2, 3] }, [2, 3]],
    [
      '$filter on sub-documents',
      { $filter: { input: '$a', cond: '$$this.ok' } },
      { a: [{ ok: true }, { ok: false }] },
      [{ ok: true }],
    ],
    ['$filter of null', { $filter: { input: '$a', as: 'x', cond: true } }, { a: null }, null],
    ['$in', { $in: ['$x', '$a'] }, { a: [1, 2], x: 2 }, true],
    ['$in: a whole array is one value', { $in: ['$x', '$a'] }, { a: [1, 2], x: [1] }, false],
    ['$indexOfArray', { $indexOfArray: ['$a', 2] }, { a: [1, 2] }, 1],
    ['$indexOfArray: not there', { $indexOfArray: ['$a', 9] }, { a: [1] }, -1],
    ['$indexOfArray from a place', { $indexOfArray: ['$a', 1, 1] }, { a: [1, 2, 1] }, 2],
    ['$indexOfArray of null', { $indexOfArray: ['$a', 1] }, { a: null }, null],
    ['$isArray', { $isArray: '$a' }, { a: [] }, true],
    ['$isArray of a scalar', { $isArray: '$a' }, { a: 1 }, false],
    ['$map', { $map: { input: '$a', as: 'x', in: { $add: ['$$x', '$b'] } } }, { a: [1, 2], b: 10 }, [11, 12]],
    ['$map of null', { $map: { input: '$a', as: 'x', in: 1 } }, { a: null }, null],
    ['$range', { $range: [0, '$a', 2] }, { a: 5 }, [0, 2, 4]],
    ['$range downwards', { $range: [3, 0, -1] }, {}, [3, 2, 1]],
    [
      '$reduce',
      { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
      { a: [1, 2, 3] },
      6,
    ],
    ['$reduce of null', { $reduce: { input: '$a', initialValue: 0, in: 1 } }, { a: null }, null],
    ['$reverseArray', { $reverseArray: '$a' }, { a: [1, 2] }, [2, 1]],
    ['$reverseArray of null', { $reverseArray: '$a' }, { a: null }, null],
    ['$size', { $size: '$a' }, { a: [1, 2] }, 2],
    ['$slice: the first', { $slice: ['$a', 2] }, { a: [1, 2, 3] }, [1, 2]],
    ['$slice: the last', { $slice: ['$a', -2] }, { a: [1, 2, 3] }, [2, 3]],
    ['$slice from a place', { $slice: ['$a', 1, 1] }, { a: [1, 2, 3] }, [2]],
    ['$slice of null', { $slice: ['$a', 1] }, { a: null }, null],
    [
      '$zip',
      { $zip: { inputs: ['$a', [3, 4, 5]] } },
      { a: [1, 2] },
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      '$zip to the longest',
      { $zip: { inputs: ['$a', [3, 4]], useLongestLength: true, defaults: [0, 0] } },
      { a: [1] },
      [
        [1, 3],
        [0, 4],
      ],
    ],
  ],
  'truth and comparison': [
    ['$and', { $and: ['$a', 1] }, { a: 2 }, true],
    ['$and of nothing', { $and: [] }, {}, true],
    ['$and: 0 and null are false', { $and: ['$a', true] }, { a: 0 }, false],
    ['$and: an empty string is true', { $and: ['$a'] }, { a: '' }, true],
    ['$or', { $or: ['$a', '$b'] }, { a: 0, b: 1 }, true],
    ['$or of nothing', { $or: [] }, {}, false],
    ['$not', { $not: ['$a'] }, { a: 0 }, true],
    ['$not missing', { $not: '$a' }, {}, true],
    ['$cmp', { $cmp: ['$a', 2] }, { a: 1 }, -1],
    ['$cmp of types', { $cmp: ['$a', 2] }, { a: 'x' }, 1],
    ['$eq', { $eq: ['$a', [1]] }, { a: [1] }, true],
    ['$eq looks into no array', { $eq: ['$a', 1] }, { a: [1] }, false],
    ['$eq: missing is not null', { $eq: ['$a', null] }, {}, false],
    ['$ne', { $ne: ['$a', 1] }, { a: 2 }, true],
    ['$gt over types', { $gt: ['$a', 99] }, { a: 'x' }, true],
    ['$gt: a number over null', { $gt: ['$a', null] }, { a: 0 }, true],
    ['$gte', { $gte: ['$a', 1] }, { a: 1 }, true],
    ['$lt', { $lt: ['$a', 1] }, { a: 0 }, true],
    ['$lte dates', { $lte: ['$a', moment] }, { a: moment }, true],
  ],
  conditions: [
    ['$cond', { $cond: [{ $gt: ['$a', 1] }, 'many', 'few'] }, { a: 2 }, 'many'],
    ['$cond with names', { $cond: { if: '$a', then: 1, else: 2 } }, { a: 0 }, 2],
    ['$ifNull', { $ifNull: ['$a', 'none'] }, { a: null }, 'none'],
    ['$ifNull of missing', { $ifNull: ['$a', 'none'] }, {}, 'none'],
    ['$ifNull keeps 0', { $ifNull: ['$a', 'none'] }, { a: 0 }, 0],
    [
      '$switch',
      {
        $switch: {
          branches: [
            { case: { $eq: ['$a', 1] }, then: 'one' },
            { case: { $eq: ['$a', 2] }, then: 'two' },
          ],
          default: 'more',
        },
      },
      { a: 2 },
      'two',
    ],
    ['$switch default', { $switch: { branches: [{ case: false, then: 1 }], default: 'more' } }, {}, 'more'],
  ],
  dates: [
    ['$year', { $year: '$a' }, { a: moment }, 2022],
    ['$month', { $month: '$a' }, { a: moment }, 3],
    ['$dayOfMonth', { $dayOfMonth: '$a' }, { a: moment }, 6],
    ['$hour', { $hour: '$a' }, { a: moment }, 5],
    ['$hour in China', { $hour: { date: '$a', timezone: 'Asia/Shanghai' } }, { a: moment }, 13],
    ['$hour at an offset', { $hour: { date: '$a', timezone: '+08:00' } }, { a: moment }, 13],
    ['$minute', { $minute: '$a' }, { a: moment }, 7],
    ['$second', { $second: '$a' }, { a: moment }, 9],
    ['$millisecond', { $millisecond: '$a' }, { a: moment }, 123],
    ['$dayOfWeek: Sunday is 1', { $dayOfWeek: '$a' }, { a: moment }, 1],
    ['$isoDayOfWeek: Sunday is 7', { $isoDayOfWeek: '$a' }, { a: moment }, 7],
    ['$dayOfYear', { $dayOfYear: '$a' }, { a: moment }, 65],
    ['$week: Sunday begins it', { $week: '$a' }, { a: moment }, 10],
    ['$week before the first Sunday', { $week: '$a' }, { a: at('2022-01-01T00:00:00Z') }, 0],
    ['$isoWeek', { $isoWeek: '$a' }, { a: moment }, 9],
    ['$isoWeek of the old year', { $isoWeek: '$a' }, { a: at('2022-01-01T00:00:00Z') }, 52],
    ['$isoWeekYear', { $isoWeekYear: '$a' }, { a: at('2022-01-01T00:00:00Z') }, 2021],
    ['a part of null', { $year: '$a' }, { a: null }, null],
    [
      '$dateFromParts',
      { $dateFromParts: { year: '$a', month: 2, day: 3, hour: 4 } },
      { a: 2022 },
      at('2022-02-03T04:00:00Z'),
    ],
    [
      '$dateFromParts in China',
      { $dateFromParts: { year: 2022, month: 2, day: 3, timezone: '+08:00' } },
      {},
      at('2022-02-02T16:00:00Z'),
    ],
    ['$dateFromString', { $dateFromString: { dateString: '$a' } }, { a: '2022-03-06T05:07:09.123Z' }, moment],
    [
      '$dateFromString with a time zone',
      { $dateFromString: { dateString: '$a', timezone: '+08:00' } },
      { a: '2022-03-06T08:00:00' },
      at('2022-03-06T00:00:00Z'),
    ],
    [
      '$dateFromString with a format',
      { $dateFromString: { dateString: '$a', format: '%d-%m-%Y' } },
      { a: '06-03-2022' },
      at('2022-03-06T00:00:00Z'),
    ],
    [
      '$dateToString',
      { $dateToString: { date: '$a', format: '%Y-%m-%d %H:%M:%S.%L' } },
      { a: moment },
      '2022-03-06 05:07:09.123',
    ],
    [
      '$dateToString in China',
      { $dateToString: { date: '$a', format: '%Y-%m-%d %H', timezone: '+08:00' } },
      { a: at('2022-03-06T20:00:00Z') },
      '2022-03-07 04',
    ],
    ['$dateToString of null', { $dateToString: { date: '$a', format: '%Y' } }, { a: null }, null],
    [
      '$dateToString of null, otherwise',
      { $dateToString: { date: '$a', format: '%Y', onNull: '-' } },
      {},
      '-',
    ],
    ['$dateToString by itself', { $dateToString: { date: '$a' } }, { a: moment }, '2022-03-06T05:07:09.123Z'],
  ],
  'objects and variables': [
    ['$literal', { $literal: '$a' }, { a: 1 }, '$a'],
    ['$mergeObjects', { $mergeObjects: ['$a', { y: 2 }] }, { a: { x: 1, y: 1 } }, { x: 1, y: 2 }],
    ['$mergeObjects with null', { $mergeObjects: ['$a', { y: 2 }] }, { a: null }, { y: 2 }],
    ['$objectToArray', { $objectToArray: '$a' }, { a: { x: 1 } }, [{ k: 'x', v: 1 }]],
    ['$objectToArray of null', { $objectToArray: '$a' }, { a: null }, null],
    ['$let', { $let: { vars: { x: { $add: ['$a', 1] } }, in: { $multiply: ['$$x', 2] } } }, { a: 1 }, 4],
    ['$$ROOT', '$$ROOT.a', { a: 1 }, 1],
    ['a field within an array', '$a.b', { a: [{ b: 1 }, {}, { b: 3 }] }, [1, 3]],
    ['an object of expressions', { x: '$a', y: { z: '$missing' } }, { a: 1 }, { x: 1, y: {} }],
    ['a list of expressions: missing is null', ['$a', '$missing'], { a: 1 }, [1, null]],
    ['$type', { $type: '$a' }, { a: 'x' }, 'string'],
    ['$toString', { $toString: '$a' }, { a: 1.5 }, '1.5'],
    ['$toString of a date', { $toString: '$a' }, { a: moment }, '2022-03-06T05:07:09.123Z'],
    ['$toInt', { $toInt: '$a' }, { a: '7' }, 7],
    ['$toDouble', { $toDouble: '$a' }, { a: '7.5' }, 7.5],
    ['$toBool', { $toBool: '$a' }, { a: 0 }, false],
    ['$toDate', { $toDate: '$a' }, { a: moment.getTime() }, moment],
  ],
  sets: [
    ['$allElementsTrue', { $allElementsTrue: ['$a'] }, { a: [1, 'x'] }, true],
    ['$allElementsTrue: null is false', { $allElementsTrue: ['$a'] }, { a: [1, null] }, false],
    ['$anyElementTrue', { $anyElementTrue: ['$a'] }, { a: [0, 1] }, true],
    ['$anyElementTrue of nothing', { $anyElementTrue: ['$a'] }, { a: [] }, false],
    ['$setDifference', { $setDifference: ['$a', [1]] }, { a: [1, 2, 2] }, [2]],
    ['$setEquals', { $setEquals: ['$a', [1, 2]] }, { a: [2, 1, 1] }, true],
    ['$setEquals: not', { $setEquals: ['$a', [1, 2]] }, { a: [1] }, false],
    ['$setIntersection', { $setIntersection: ['$a', [2, 3]] }, { a: [1, 2] }, [2]],
    ['$setIntersection of nothing', { $setIntersection: ['$a', [9]] }, { a: [1] }, []],
    ['$setIsSubset', { $setIsSubset: ['$a', [1, 2, 3]] }, { a: [1, 3] }, true],
    ['$setUnion', { $setUnion: ['$a', [2, 3]] }, { a: [1, 2] }, [1, 2, 3]],
    ['$setUnion with null', { $setUnion: ['$a', [2]] }, { a: null }, null],
    [
      'a set of sub-documents',
      { $setIntersection: ['$a', [{ x: 1 }]] },
      { a: [{ x: 1 }, { x: 2 }] },
      [{ x: 1 }],
    ],
  ],
  strings: [
    ['$concat', { $concat: ['$a', '-', '$b'] }, { a: 'x', b: 'y' }, 'x-y'],
    ['$concat with null', { $concat: ['$a', 'y'] }, { a: null }, null],
    ['$indexOfBytes', { $indexOfBytes: ['$a', 'b'] }, { a: '村b' }, 3],
    ['$indexOfCP', { $indexOfCP: ['$a', 'b'] }, { a: '村b' }, 1],
    ['$indexOfCP: not there', { $indexOfCP: ['$a', 'z'] }, { a: 'x' }, -1],
    ['$indexOfCP of null', { $indexOfCP: ['$a', 'z'] }, { a: null }, null],
    ['$split', { $split: ['$a', ','] }, { a: 'x,y' }, ['x', 'y']],
    ['$split of null', { $split: ['$a', ','] }, { a: null }, null],
    ['$strLenBytes', { $strLenBytes: '$a' }, { a: '村x' }, 4],
    ['$strLenCP', { $strLenCP: '$a' }, { a: '村x' }, 2],
    ['$strLenCP: one for an emoji', { $strLenCP: '$a' }, { a: '😷' }, 1],
    ['$strcasecmp', { $strcasecmp: ['$a', 'ABC'] }, { a: 'abc' }, 0],
    ['$strcasecmp: below', { $strcasecmp: ['$a', 'ABD'] }, { a: 'abc' }, -1],
    ['$substr', { $substr: ['$a', 1, 2] }, { a: 'abcd' }, 'bc'],
    ['$substr to the end', { $substr: ['$a', 1, -1] }, { a: 'abcd' }, 'bcd'],
    ['$substrBytes', { $substrBytes: ['$a', 3, 1] }, { a: '村b' }, 'b'],
    ['$substrCP', { $substrCP: ['$a', 1, 1] }, { a: '柳溪村' }, '溪'],
    ['$substrCP of null', { $substrCP: ['$a', 0, 1] }, { a: null }, ''],
    ['$toLower', { $toLower: '$a' }, { a: 'AbC' }, 'abc'],
    ['$toLower of null', { $toLower: '$a' }, { a: null }, ''],
    ['$toUpper', { $toUpper: '$a' }, { a: 'AbC' }, 'ABC'],
    ['$trim', { $trim: { input: '$a' } }, { a: '  x ' }, 'x'],
    ['$ltrim', { $ltrim: { input: '$a', chars: '0' } }, { a: '007' }, '7'],
    ['$rtrim', { $rtrim: { input: '$a' } }, { a: 'x  ' }, 'x'],
  ],
  'accumulators as expressions': [
    ['$max of an array', { $max: '$a' }, { a: [1, 5, 3] }, 5],
    ['$max of several', { $max: ['$a', '$b'] }, { a: 1, b: 2 }, 2],
    ['$min', { $min: ['$a', null, 3] }, { a: 5 }, 3],
    ['$sum of an array', { $sum: '$a' }, { a: [1, 2, 'x'] }, 3],
    ['$sum of several', { $sum: ['$a', '$b'] }, { a: 1, b: 2 }, 3],
    ['$avg', { $avg: '$a' }, { a: [1, 2] }, 1.5],
    ['$avg of nothing', { $avg: '$a' }, { a: [] }, null],
    [
      '$first and $last of an array',
      { x: { $first: '$a' }, y: { $last: '$a' } },
      { a: [1, 2, 3] },
      { x: 1, y: 3 },
    ],
    ['$stdDevPop', { $stdDevPop: '$a' }, { a: [2, 4] }, 1],
    ['$stdDevSamp', { $stdDevSamp: '$a' }, { a: [2, 4, 6] }, 2],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_says, expression, document, value) => {
    const database = databaseWith([{ _id: 'd', ...document }]);
    const [result] = await aggregate(database, [{ $project: { _id: 0, value: expression } }]);
    expect(result).toEqual(value === undefined ? {} : { value });
    database.close();
  });
});

describe('what an expression may not say', () => {
  test.each<[string, unknown, RegExp]>([
    ['an unknown operator', { $frob: 1 }, /Unrecognized expression '\$frob'/],
    [
      'an unknown operator deep inside',
      { $cond: [true, { $add: [{ $frob: 1 }] }, 1] },
      /Unrecognized expression/,
    ],
    ['code', { $function: { body: 'x', args: [], lang: 'js' } }, /Unrecognized expression/],
    ['two operators at once', { $add: [1], $abs: 1 }, /exactly one/],
    ['an unknown variable', '$$nobody', /undefined variable/],
    ['$add of text', { $add: ['x', 1] }, /\$add/],
    ['$size of what is no array', { $size: 'x' }, /\$size/],
    ['$in what is no array', { $in: [1, 'x'] }, /\$in requires an array/],
    ['$divide by zero', { $divide: [1, 0] }, /zero/],
    ['$switch without a way', { $switch: { branches: [{ case: false, then: 1 }] } }, /\$switch|branch/i],
    ['$cond with a part missing', { $cond: [true, 1] }, /\$cond/],
  ])('%s', async (_says, expression, message) => {
    const database = databaseWith([{ a: 1 }]);
    await expect(aggregate(database, [{ $project: { value: expression } }])).rejects.toThrow(message);
    database.close();
  });
});

test('an ObjectId passes through expressions as it is', async () => {
  const id = new ObjectId();
  const database = databaseWith([{ a: id }]);
  const [result] = await aggregate(database, [
    { $project: { _id: 0, same: { $eq: ['$a', id] }, list: ['$a'] } },
  ]);
  expect(result).toEqual({ same: true, list: [id] });
  database.close();
});
