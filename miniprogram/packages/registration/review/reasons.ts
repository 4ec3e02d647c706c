/** Why a form goes back, in words that the household understands. */
export const RETURN_REASONS = [
  '身份证号和证件对不上',
  '手机号打不通',
  '家里还有人没登记',
  '登记的人不住在这里',
  '门牌写得不清楚',
];

/** Why a masked number is opened. The reason stays in the record. */
export const OPEN_REASONS = ['上门核对证件', '打电话核实', '和别家重复，要核对'];

/** Why a file closes: the household lives elsewhere. */
export const MOVE_REASONS = ['全家搬到外地了', '房子拆了或卖了', '租约到期搬走了'];
