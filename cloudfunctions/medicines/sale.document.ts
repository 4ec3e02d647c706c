import type { DrugClass } from '../contracts/supplies';
import type { PersonRecord } from '../registration/household.document';

export const MEDICINE_SALES = 'medicine_sales';
export const MEDICINE_TASKS = 'medicine_tasks';

/** 四类药品登记: one row of the register that the town wants from pharmacies, from an order that was handed over or from the counter. */
export type MedicineSaleDocument = {
  /** `<order>:<item>`, or made from the request of a counter sale. */
  _id: string;
  source: 'order' | 'counter';
  supplierId: string;
  supplierName: string;
  /** Of the buyer's household; of the pharmacy where the buyer has none here. */
  gridPath: string[];
  pathNames: string[];
  householdId: string | null;
  personId: string | null;
  name: string;
  papersType: PersonRecord['papersType'];
  /** Sealed, and what a list shows of it. */
  papers: string;
  papersIndex: string;
  papersMask: string;
  phone: string | null;
  phoneMask: string | null;
  itemName: string;
  spec: string;
  drugClass: DrugClass;
  quantity: number;
  /** What the buyer told: temperature in ℃, symptoms in words. */
  temperature: number | null;
  symptoms: string;
  soldAt: string;
  byName: string;
  /** The moment and the id in one text: the order of the register. */
  listKey: string;
};

export const listKeyOf = (soldAt: string, saleId: string): string => `${soldAt}:${saleId}`;

/** 去量体温: who buys such a drug may be ill, so the village doctor takes their temperature. Written before the order, so a killed process loses none. */
export type MedicineTaskDocument = {
  /** `<order>:<person>`, or `<sale>` of a counter sale to somebody of a household here. */
  _id: string;
  gridPath: string[];
  pathNames: string[];
  householdId: string;
  personId: string;
  name: string;
  /** 「退烧药：布洛芬缓释胶囊 1 盒」 */
  because: string;
  status: 'open' | 'done' | 'dropped';
  temperature: number | null;
  answer: string;
  doneBy: string | null;
  createdAt: string;
  /** The moment and the id in one text: the order of the list. */
  queueKey: string;
  version: number;
  /** The last acts' request ids: a retry whose answer got lost is the same act. */
  requests: string[];
};
