import type { Document } from '../../../simulator/cloud/database';
import { aggregate, databaseWith } from './engine';

/** Each row: an expression, the document it reads, and its value as MongoDB's manual has it; undefined for no field. */
type Row = [says: string, expression: unknown, document: Document, value: unknown];

export const at = (text: string) => new Date(text);
export const moment = at('2022-03-06T05:07:09.123Z'); // a Sunday

/** A test for each row of each table. */
export function testExpressions(tables: Record<string, Row[]>): void {
  describe.each(Object.entries(tables))('%s', (_, rows) => {
    test.each(rows)('%s', async (_says, expression, document, value) => {
      const database = databaseWith([{ _id: 'd', ...document }]);
      const [result] = await aggregate(database, [{ $project: { _id: 0, value: expression } }]);
      expect(result).toEqual(value === undefined ? {} : { value });
      database.close();
    });
  });
}
