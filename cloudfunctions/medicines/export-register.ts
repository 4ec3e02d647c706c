import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { timeText } from '../../miniprogram/shared/dates';
import { DRUG_CLASSES, PAPERS } from '../../miniprogram/shared/labels';
import type { medicinesContract } from '../contracts/medicines';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Vault } from '../kernel/vault';
import { placeOf } from '../registration/household-view';
import { keepExport } from '../roster/export.repository';
import { writeSheets } from '../roster/sheet';
import type { MedicineSaleDocument } from './sale.document';
import { readRegister } from './sale.repository';
import { gridOf, requireDays } from './show-register';

type Input = z.output<typeof medicinesContract.export.input>;
type Output = z.input<typeof medicinesContract.export.output>;

const MINUTES_THERE = 10;
const MOST_ROWS = 5_000;
const AT_A_TIME = 500;

const COLUMNS: readonly [
  heading: string,
  width: number,
  cell: (sale: MedicineSaleDocument, vault: Vault) => string,
][] = [
  ['购药日期', 12, ({ soldAt }) => soldAt.slice(0, 10)],
  ['时间', 8, ({ soldAt }) => timeText(soldAt)],
  ['姓名', 12, ({ name }) => name],
  ['证件类型', 10, ({ papersType }) => PAPERS[papersType]],
  ['证件号码', 22, ({ papers }, vault) => vault.open('papers', papers)],
  ['手机号', 14, ({ phone }, vault) => (phone === null ? '' : vault.open('phone', phone))],
  ['住在哪里', 24, ({ householdId, pathNames }) => (householdId === null ? '' : placeOf(pathNames))],
  ['药品类别', 12, ({ drugClass }) => DRUG_CLASSES[drugClass]],
  ['药名', 24, ({ itemName }) => itemName],
  ['规格', 20, ({ spec }) => spec],
  ['数量', 8, ({ quantity }) => String(quantity)],
  ['体温', 8, ({ temperature }) => (temperature === null ? '' : temperature.toFixed(1))],
  ['症状', 24, ({ symptoms }) => symptoms],
  ['药店', 20, ({ supplierName }) => supplierName],
  ['怎么卖的', 10, ({ source }) => (source === 'counter' ? '柜台' : '团购')],
  ['经办人', 12, ({ byName }) => byName],
];

/** The register with numbers in the clear, as the county asks for it. Whoever asks says why, and that is recorded before it leaves. */
export async function exportRegister({ from, until, reason }: Input, context: Context): Promise<Output> {
  context.about({ reason, gridPath: gridOf(context) });
  requireDays({ from, until });
  const sales = await readAll({ from, until }, context);
  const content = await writeSheets([
    {
      name: '四类药品登记',
      headings: COLUMNS.map(([heading]) => heading),
      widths: COLUMNS.map(([, width]) => width),
      rows: sales.map((sale) => COLUMNS.map(([, , cell]) => cell(sale, context.vault))),
    },
  ]);
  // One file a person: should a call be killed before it is noted down, the next one writes over it.
  const name = createHash('sha256').update(`medicines:${context.caller.openid}`).digest('hex').slice(0, 32);
  const fileId = await context.files.write(`roster-exports/${name}.xlsx`, content);
  const expiresAt = toTimestamp(context.now.add(MINUTES_THERE, 'minute'));
  await keepExport(context, { _id: name, fileId, expiresAt });
  return {
    url: await context.files.temporaryUrl(fileId, MINUTES_THERE * 60),
    fileName: `四类药品登记${from}至${until}.xlsx`,
    rows: sales.length,
    expiresAt,
  };
}

/** Oldest first, as a register is read on paper. */
async function readAll(
  days: { from: string; until: string },
  context: Context,
): Promise<MedicineSaleDocument[]> {
  const all: MedicineSaleDocument[] = [];
  for (;;) {
    const page = await readRegister(context, { ...days, after: all.at(-1)?.listKey, limit: AT_A_TIME });
    all.push(...page);
    if (all.length > MOST_ROWS)
      throw new AppError('CONFLICT', `这些天的登记超过 ${MOST_ROWS} 条，一个表格装不下，请选短一点的日子`);
    if (page.length < AT_A_TIME) return all.reverse();
  }
}
