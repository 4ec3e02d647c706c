import type { StaffRole } from '../../../cloudfunctions/contracts/index';

/** What somebody on duty does with supplies. */
export type SupplyEntrance = { url: string; icon: string; title: string; note: string };

const LEADERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];
const GRID: readonly StaffRole[] = ['gridMember', ...LEADERS];
const SUPPLIER: readonly StaffRole[] = ['supplier'];
const DOCTOR: readonly StaffRole[] = ['villageDoctor'];
const OFFICE: readonly StaffRole[] = ['townOfficer'];

const OFFERED: readonly (SupplyEntrance & { roles: readonly StaffRole[] })[] = [
  {
    roles: GRID,
    url: 'rounds/list/index',
    icon: 'basket',
    title: '团购批次',
    note: '开团、截止，看谁还没订',
  },
  {
    roles: GRID,
    url: 'proxyorders/rounds/index',
    icon: 'phone',
    title: '代订',
    note: '给七类人的家庭订，电话里或上门听来的',
  },
  {
    roles: GRID,
    url: 'proxyorders/needs/index',
    icon: 'edit',
    title: '急需的东西',
    note: '住户要的、单子上没有的',
  },
  {
    roles: SUPPLIER,
    url: 'supplier/rounds/index',
    icon: 'note',
    title: '采购单',
    note: '要备多少货、报能到多少',
  },
  {
    roles: [...GRID, ...SUPPLIER],
    url: 'pickup/rounds/index',
    icon: 'scan',
    title: '发货和收款',
    note: '扫码领货、送上门、对账',
  },
  {
    roles: SUPPLIER,
    url: 'catalogue/mine/index',
    icon: 'store',
    title: '我的商品',
    note: '改价钱、上架和下架',
  },
  {
    roles: LEADERS,
    url: 'catalogue/suppliers/index',
    icon: 'store',
    title: '供货方和商品',
    note: '谁供货、卖什么、多少钱',
  },
  {
    roles: DOCTOR,
    url: 'medicines/tasks/index',
    icon: 'thermometer',
    title: '买药的人，去量体温',
    note: '买了退烧、止咳、抗病毒药或抗生素的',
  },
  {
    roles: OFFICE,
    url: 'medicines/register/index',
    icon: 'pill',
    title: '四类药品登记',
    note: '谁买了什么药，导出给县里',
  },
];

/** The ways in for whoever holds these roles, the daily things first. */
export const supplyEntrances = (roles: readonly StaffRole[]): SupplyEntrance[] =>
  OFFERED.filter((entrance) => entrance.roles.some((role) => roles.includes(role))).map(
    ({ url, icon, title, note }) => ({ url: `/packages/${url}`, icon, title, note }),
  );
