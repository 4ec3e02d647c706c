import type { StaffRole } from '../../cloudfunctions/contracts';
import type { PersonFormInput } from '../../cloudfunctions/registration/person-record';
import { completeResidentId } from '../../miniprogram/shared/resident-id';
import type { Group, Persona } from '../cloud/people';

/**
 * The people whose phones one can hold. They are the same in every demo of a town, with the same numbers, so that a test or a
 * newcomer's guide can name them. Their ID numbers name a division that was never assigned; their phone numbers no operator has.
 */
export const HOME_VILLAGE = 0;
export const HOME_TEAM = 2;
export const NEIGHBOUR_VILLAGE = 1;

const id = (born: string, sequence: string): PersonFormInput['papers'] => ({
  type: 'residentId',
  number: completeResidentId(`511999${born}${sequence}`),
});
const atHome = { careCategories: [], whereabouts: 'home', registeredResidence: '' } as const;
const plain = { ...atHome, careCategories: [] };

export type CastFamily = {
  openid: string;
  status: 'verified' | 'submitted' | 'returned';
  address: string;
  daysAgo: number;
  returnReason?: string;
  people: PersonFormInput[];
};

/** Families of 柳溪村三组, one in each state. Sequences from 900 up, where the crowd's numbers never get. */
export const CAST_FAMILIES: readonly CastFamily[] = [
  {
    openid: 'o-li-jianguo',
    status: 'verified',
    address: '12 号',
    daysAgo: 21,
    people: [
      { ...plain, name: '李建国', papers: id('19680312', '901'), phone: '15490010001', relation: 'head' },
      {
        ...plain,
        name: '陈秀兰',
        papers: id('19700825', '902'),
        phone: '15490010002',
        relation: 'spouse',
        careCategories: ['chronicIllness'],
      },
      {
        ...plain,
        name: '李强',
        papers: id('19930506', '903'),
        phone: '15490010003',
        relation: 'child',
        whereabouts: 'away',
      },
      { ...plain, name: '李雨桐', papers: id('20170919', '904'), relation: 'grandchild' },
    ],
  },
  {
    openid: 'o-wang-guiying',
    status: 'submitted',
    address: '27 号',
    daysAgo: 2,
    people: [
      {
        ...plain,
        name: '王桂英',
        papers: id('19510204', '906'),
        phone: '15490010004',
        relation: 'head',
        careCategories: ['chronicIllness'],
      },
      { ...plain, name: '刘天佑', papers: id('20150711', '907'), relation: 'grandchild' },
    ],
  },
  {
    openid: 'o-zhao-xiaojun',
    status: 'returned',
    address: '水库边 3 号',
    daysAgo: 4,
    returnReason: '门牌写得不清楚，请写上院子的门牌号；孩子的名字请对照户口本。',
    people: [
      { ...plain, name: '赵小军', papers: id('19880630', '909'), phone: '15490010005', relation: 'head' },
      { ...plain, name: '周海燕', papers: id('19900118', '910'), phone: '15490010006', relation: 'spouse' },
      { ...plain, name: '赵一诺', papers: id('20190402', '912'), relation: 'child' },
    ],
  },
];

/** Where a post lies: `team` and `village` are those of the cast, `neighbour` is another village's first team. */
export type CastPlace = 'town' | 'village' | 'team' | 'neighbour';
export type CastPost = { openid: string; name: string; role: StaffRole; place: CastPlace; phone: string };

export const CAST_POSTS: readonly CastPost[] = [
  { openid: 'o-zhang-li', name: '张丽', role: 'gridMember', place: 'team', phone: '15490020001' },
  { openid: 'o-li-guoqiang', name: '李国强', role: 'gridLeader', place: 'village', phone: '15490020002' },
  { openid: 'o-sun-xiumei', name: '孙秀梅', role: 'villageDoctor', place: 'village', phone: '15490020003' },
  { openid: 'o-liu-yang', name: '刘洋', role: 'gridMember', place: 'neighbour', phone: '15490020004' },
  { openid: 'o-chen-zhiyuan', name: '陈志远', role: 'townOfficer', place: 'town', phone: '15490020005' },
  { openid: 'o-he-min', name: '何敏', role: 'townOfficer', place: 'town', phone: '15490020006' },
  { openid: 'o-luo-yong', name: '罗勇', role: 'checkpointGuard', place: 'village', phone: '15490020007' },
  { openid: 'o-tang-bo', name: '唐波', role: 'supplier', place: 'town', phone: '15490020008' },
  { openid: 'o-xie-jing', name: '谢静', role: 'inspector', place: 'town', phone: '15490020009' },
];

const TOWN = '青石镇';
const VILLAGE = `${TOWN}柳溪村`;
const TEAM = `${VILLAGE}三组`;
const NEIGHBOUR = `${TOWN}石桥村一组`;

const persona = (
  openid: string,
  name: string,
  title: string,
  group: string,
  phone: string,
  home = TEAM,
): Persona => ({ openid, name, title, group, phone, home });

export const PERSONAS: readonly Persona[] = [
  persona('o-li-jianguo', '李建国', '户主 · 已核实', '村民', '15490010001'),
  persona('o-wang-guiying', '王桂英', '户主 · 待核实', '村民', '15490010004'),
  persona('o-zhao-xiaojun', '赵小军', '户主 · 被退回', '村民', '15490010005'),
  persona('o-zhou-ping', '周平', '还没登记', '村民', '15490010007'),
  persona('o-wu-xia', '吴霞', '还没登记', '村民', '15490010008', NEIGHBOUR),
  persona('o-zhang-li', '张丽', '网格员 · 柳溪村三组', '网格', '15490020001'),
  persona('o-li-guoqiang', '李国强', '网格长 · 柳溪村', '网格', '15490020002', VILLAGE),
  persona('o-sun-xiumei', '孙秀梅', '村医 · 柳溪村', '网格', '15490020003', VILLAGE),
  persona('o-liu-yang', '刘洋', '网格员 · 石桥村一组', '网格', '15490020004', NEIGHBOUR),
  persona('o-chen-zhiyuan', '陈志远', '镇防控办 · 青石镇', '镇里', '15490020005', TOWN),
  persona('o-he-min', '何敏', '镇防控办 · 青石镇', '镇里', '15490020006', TOWN),
  persona('o-luo-yong', '罗勇', '卡口值守 · 柳溪村', '其他岗位', '15490020007', VILLAGE),
  persona('o-tang-bo', '唐波', '配送负责人 · 青石镇', '其他岗位', '15490020008', TOWN),
  persona('o-xie-jing', '谢静', '督查 · 青石镇', '其他岗位', '15490020009', TOWN),
];

/** In an empty install nobody is anything yet: whoever has the code opens the office and gives the others their roles. */
export const EMPTY_PERSONAS: readonly Persona[] = [
  persona('o-chen-zhiyuan', '陈志远', '还没有岗位', '镇里', '15490020005', ''),
  persona('o-zhang-li', '张丽', '还没有岗位', '网格', '15490020001', ''),
  persona('o-li-jianguo', '李建国', '还没登记', '村民', '15490010001', ''),
];

export const GROUPS: readonly Group[] = [
  { openGid: 'g-liuxi-3', name: '柳溪村三组邻里群' },
  { openGid: 'g-liuxi', name: '柳溪村村民群' },
  { openGid: 'g-shiqiao', name: '石桥村村民群' },
  { openGid: 'g-qingshi-office', name: '青石镇防控工作群' },
];
