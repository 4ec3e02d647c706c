import { completeResidentId } from '../../miniprogram/shared/resident-id';
import type { HandHeld } from './browser';

/** 周平 of the demo: lives in 柳溪村三组 and is not registered yet. */
export const NEWCOMER = 'o-zhou-ping';
/** Grid member of 柳溪村三组. */
export const GRID_MEMBER = 'o-zhang-li';
export const HEAD_ID = completeResidentId('51199919580312001');
export const WIFE_ID = completeResidentId('51199919600507002');

/** From the home page through all steps to the last page, where only 提交登记 is left to press. */
export async function fillEnrolment(phone: HandHeld, { isOnFile = false } = {}): Promise<void> {
  await phone.tap('登记我家');
  await phone.tap('柳溪村');
  await phone.tap('三组');
  await phone.sees('换地方');
  await phone.tap('下一步');
  await fillPeople(phone, { isOnFile });
}

/** The same from the second step on: the place is known. */
export async function fillPeople(phone: HandHeld, { isOnFile = false } = {}): Promise<void> {
  await phone.type('门牌或位置', '18 号');
  await phone.tap('自家的房');
  await phone.tap('下一步');

  await phone.type('姓名', '周平');
  await phone.type('身份证号', HEAD_ID);
  await phone.type('手机号', '15490010007');
  await phone.tap('在家');
  await phone.tap('下一步');

  // The village has this head in a file already: it is not claimed here.
  if (isOnFile) await phone.answer('不是');
  await phone.tap('添加家人');
  await phone.type('姓名', '刘秀兰');
  await phone.tap('配偶');
  await phone.type('身份证号', WIFE_ID);
  await phone.tap('在家');
  await phone.tap('存好这位家人');
  await phone.sees('刘秀兰');
  await phone.tap('下一步');

  await phone.tap('我看完了，我同意');
  await phone.tap('下一步');
  await phone.sees('最后一步');
}
