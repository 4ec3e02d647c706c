import { putSale, putTemperatureTask } from '../../support/medicines';
import { putPharmacy } from '../../support/suppliers';
import type { PageVisit } from './visit';
import type { Town } from '../town';

const OFFICER = 'o-chen-zhiyuan';
const SELLER = 'o-tang-bo';
const DOCTOR = 'o-sun-xiumei';
const VILLAGER = 'o-li-jianguo';

type Post = { _id: string; role: string; openid: string | null; gridId: string; gridPath: string[] };
type Account = { _id: string; householdId: string | null };

const inCatalogue = (page: string, more: string) => () => `/packages/catalogue/${page}/index?${more}`;
const HUIMIN = `supplierId=demo-huimin&name=${encodeURIComponent('惠民超市')}`;

const townOf = ({ simulator, documents }: Town) => {
  const town = documents<{ _id: string; name: string; level: string }>('grids').find(
    ({ level }) => level === 'town',
  )!;
  return { simulator, town: { gridId: town._id, name: town.name } };
};
/** A pharmacy for which the seller works. */
function pharmacyOf(town: Town): string {
  const post = town
    .documents<Post>('posts')
    .find(({ openid, role }) => openid === SELLER && role === 'supplier')!;
  const { gridId, gridPath } = post;
  const pharmacy = putPharmacy(
    { ...town, ...townOf(town) },
    { gridId, gridPath, name: '' },
    { postIds: [post._id] },
  );
  return `supplierId=${pharmacy._id}&name=${encodeURIComponent(pharmacy.name)}`;
}
const sales = (town: Town): string => `/packages/medicines/sales/index?${pharmacyOf(town)}`;
const sell = (town: Town): string => `/packages/medicines/sell/index?${pharmacyOf(town)}`;
function register(town: Town): string {
  const { simulator, town: place } = townOf(town);
  putSale({ simulator, town: place }, { gridPath: [place.gridId], name: '' });
  return '/packages/medicines/register/index';
}
function taskOf(town: Town): string {
  const me = town.documents<Account>('accounts').find(({ _id }) => _id === VILLAGER);
  return encodeURIComponent(putTemperatureTask(town, me?.householdId ?? '')._id);
}

function tasks(town: Town): string {
  taskOf(town);
  return '/packages/medicines/tasks/index';
}

/** Who sells what at which price, and what is sold by real name. */
export const CATALOGUE_PAGES: PageVisit[] = [
  { name: 'suppliers', openid: OFFICER, route: inCatalogue('suppliers', ''), shows: '青石大药房' },
  { name: 'supplier', openid: OFFICER, route: inCatalogue('supplier', HUIMIN), shows: '唐波' },
  { name: 'supplier-form', openid: OFFICER, route: inCatalogue('supplier-form', ''), shows: '给哪里供货' },
  {
    name: 'supplier-change',
    openid: OFFICER,
    route: inCatalogue('supplier-form', HUIMIN),
    shows: '存下修改',
  },
  {
    name: 'supplier-person',
    openid: OFFICER,
    route: inCatalogue('person-form', `${HUIMIN}&version=1`),
    shows: '看不到别家的',
  },
  { name: 'shelf', openid: OFFICER, route: inCatalogue('items', `${HUIMIN}&mine=1`), shows: '加一样东西' },
  {
    name: 'item',
    openid: OFFICER,
    route: inCatalogue('item', 'itemId=demo-huimin-vegetables'),
    shows: '套餐里有',
  },
  { name: 'item-form', openid: OFFICER, route: inCatalogue('item-form', HUIMIN), shows: '从哪里开始' },
  {
    name: 'item-change',
    openid: OFFICER,
    route: inCatalogue('item-form', 'itemId=demo-huimin-vegetables'),
    shows: '存下修改',
  },
  { name: 'price-rule', openid: OFFICER, route: inCatalogue('price-rule', ''), shows: '定下规矩' },
  { name: 'my-suppliers', openid: SELLER, route: inCatalogue('mine', ''), shows: '看货架、改价钱' },
  { name: 'my-shelf', openid: SELLER, route: inCatalogue('items', `${HUIMIN}&seller=1`), shows: '蔬菜包' },
  {
    name: 'my-price',
    openid: SELLER,
    route: inCatalogue('price', 'itemId=demo-huimin-eggs'),
    shows: '新价钱',
  },
  { name: 'medicine-sales', openid: SELLER, route: sales, shows: '还没有登记' },
  { name: 'medicine-sell', openid: SELLER, route: sell, shows: '登记这一笔' },
  { name: 'medicine-register', openid: OFFICER, route: register, shows: '看完整号码' },
  {
    name: 'temperature-tasks',
    openid: DOCTOR,
    route: tasks,
    shows: '布洛芬缓释胶囊',
  },
  {
    name: 'temperature-task',
    openid: DOCTOR,
    route: (town) => `/packages/medicines/task/index?taskId=${taskOf(town)}`,
    shows: '的体温',
  },
];
