import type { RegisteredDrug } from '../../../../cloudfunctions/contracts/index';
import type { SaleForm } from '../../../services/medicines';
import { wrongOnes, type Errors } from '../../../shared/form-errors';
import { DRUG_CLASSES, options, type PapersName, type SexName } from '../../../shared/labels';
import { wrongPhone } from '../../../shared/phone';
import { isResidentId } from '../../../shared/resident-id';
import { oneLine, wrongName, wrongWords } from '../../../shared/words';

/** A sale as it is being written down at the counter; not kept as a draft: it is somebody's ID number on the shop's phone. */
export type CounterForm = {
  itemName: string;
  spec: string;
  drugClass: RegisteredDrug | '';
  quantity: number;
  name: string;
  papersType: PapersName;
  number: string;
  birthDate: string;
  sex: SexName | '';
  phone: string;
  temperature: string;
  symptoms: string;
};

export const blankSale: CounterForm = {
  itemName: '',
  spec: '',
  drugClass: '',
  quantity: 1,
  name: '',
  papersType: 'residentId',
  number: '',
  birthDate: '',
  sex: '',
  phone: '',
  temperature: '',
  symptoms: '',
};

/** 四类药品 */
export const REGISTERED = options(DRUG_CLASSES).filter(({ value }) => value !== 'none');

const NUMBER = /^[A-Z0-9]{5,20}$/;
const TEMPERATURE = /^(3\d|4[0-3])([.。]\d)?$/;

/** What is wrong, by the contract's names. */
export function wrongSale(form: CounterForm): Errors {
  const number = form.number.trim().toUpperCase();
  const isForeign = form.papersType !== 'residentId';
  const isRight = isForeign ? NUMBER.test(number) : isResidentId(number);
  return wrongOnes({
    itemName: wrongWords(form.itemName, '药名', { max: 30 }),
    spec: wrongWords(form.spec, '规格', { max: 30 }),
    drugClass: form.drugClass === '' ? '请选择是哪一类药' : '',
    name: wrongName(form.name),
    'papers.number': isRight ? '' : '证件号不对，请对照证件再看一遍',
    'papers.birthDate': isForeign && form.birthDate === '' ? '请选择出生日期' : '',
    'papers.sex': isForeign && form.sex === '' ? '请选择性别' : '',
    phone: wrongPhone(form.phone),
    temperature:
      form.temperature.trim() === '' || TEMPERATURE.test(form.temperature.trim())
        ? ''
        : '体温写成 36.5 这样，没量就空着',
    symptoms: wrongWords(form.symptoms, '哪里不舒服', { min: 0, max: 60 }),
  });
}

/** As it is sent; the form was found right. */
export function saleOf(
  form: CounterForm,
  drugClass: RegisteredDrug,
): Omit<SaleForm, 'requestId' | 'supplierId'> {
  const { papersType, birthDate, sex } = form;
  const number = form.number.trim().toUpperCase();
  const typed = form.temperature.trim().replace('。', '.');
  return {
    itemName: oneLine(form.itemName),
    spec: oneLine(form.spec),
    drugClass,
    quantity: form.quantity,
    name: oneLine(form.name),
    papers:
      papersType === 'residentId'
        ? { type: papersType, number }
        : { type: papersType, number, birthDate, sex: sex === '' ? 'male' : sex },
    phone: form.phone.trim(),
    temperature: typed === '' ? null : Number(typed),
    symptoms: oneLine(form.symptoms),
  };
}
