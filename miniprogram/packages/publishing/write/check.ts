import { type Errors, wrongOnes } from '../../../shared/form-errors';
import { NOTICE_FACTS, type NoticeFactName } from '../../../shared/labels';
import { unfitIn } from '../../../shared/notice-check';
import { oneLine, wrongWords } from '../../../shared/words';
import { type Card, writtenBody } from './cards';
import { audienceOf, type NoticeForm } from './form';

/** What is wrong with words that everybody will read. */
const wrongPublic = (text: string, label: string, limits: { min?: number; max: number }): string =>
  wrongWords(text, label, limits) || unfitIn(oneLine(text));

const FACT_MAX = 60;
const wrongFacts = (facts: NoticeForm['facts']): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(NOTICE_FACTS) as NoticeFactName[]).map((label) => [
      `facts.${label}`,
      wrongPublic(facts[label], NOTICE_FACTS[label], { min: 0, max: FACT_MAX }),
    ]),
  );

/** The first thing wrong in a card; the contract's limits, as one says them. */
function wrongCard(card: Card): string {
  const { type, text, rows, fileId } = card;
  switch (type) {
    case 'heading':
      return wrongPublic(text, '小标题', { max: 60 });
    case 'paragraph': {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return '这一段还没有写。写上，或者把它去掉';
      return firstWrong(lines.map((line) => wrongPublic(line, '这一段', { max: 2_000 })));
    }
    case 'list': {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return '还没有写。一行写一条，或者把它去掉';
      if (lines.length > 40) return '最多 40 条，请分成两处写';
      return firstWrong(
        lines.map((line, n) => at(`第 ${n + 1} 条`, wrongPublic(line, '这一条', { max: 600 }))),
      );
    }
    case 'table': {
      if (rows.flat().every((cell) => cell.trim() === '')) return '表格是空的。填上，或者把它去掉';
      return firstWrong(
        rows.flatMap((row, r) =>
          row.map((cell, c) =>
            at(
              `第 ${r + 1} 行第 ${c + 1} 格`,
              wrongPublic(cell, '这一格', { min: 0, max: r === 0 ? 40 : 120 }),
            ),
          ),
        ),
      );
    }
    case 'picture':
      if (fileId === '') return '图片还没有选。选一张，或者把它去掉';
      return wrongPublic(text, '图片说明', { min: 0, max: 60 });
  }
}

const firstWrong = (found: readonly string[]): string => found.find((words) => words !== '') ?? '';
const at = (place: string, words: string): string => (words === '' ? '' : `${place}：${words}`);

const MOST_BLOCKS = 80;
const wrongCards = (cards: readonly Card[]): Record<string, string> => ({
  cards:
    cards.length === 0
      ? '正文还没有写，请加一段话'
      : writtenBody(cards).body.length > MOST_BLOCKS
        ? '正文太长了，请分成两条发'
        : '',
  ...Object.fromEntries(cards.map((card) => [`cards.${card.key}`, wrongCard(card)])),
});

/** What is missing or wrong before anything is sent, by field. `today`: YYYY-MM-DD */
export function wrongIn(form: NoticeForm, today: string): Errors {
  const { households, roles } = audienceOf(form);
  const isLater = form.sending === 'later';
  return wrongOnes({
    title: wrongPublic(form.title, '标题', { min: 2, max: 40 }),
    ...wrongFacts(form.facts),
    ...wrongCards(form.cards),
    organisation: wrongPublic(form.organisation, '发文单位', { max: 60 }),
    documentNumber: wrongPublic(form.documentNumber, '文号', { min: 0, max: 40 }),
    date: form.date === '' ? '请选择发文日期' : '',
    validUntil:
      form.validUntil !== '' && form.validUntil < (isLater && form.sendDate !== '' ? form.sendDate : today)
        ? '还没发就过期了，请改一个日期'
        : '',
    gridIds: form.gridIds.length === 0 ? '请选择发给哪里' : '',
    tags: form.whom === 'tagged' && form.tags.length === 0 ? '请选择给哪几类住户' : '',
    roles: !households && roles.length === 0 ? '请选择给哪些工作人员' : '',
    sendAt: isLater && (form.sendDate === '' || form.sendTime === '') ? '请选择哪天几点发' : '',
  });
}

/** The cloud's words beside the fields of this form: a block's stand at the card that it was made from. */
export function besideFields(errors: Readonly<Record<string, string>>, form: NoticeForm): Errors {
  const { keys } = writtenBody(form.cards);
  const labels = Object.keys(form.facts).filter(
    (label) => oneLine(form.facts[label as NoticeFactName]) !== '',
  );
  return Object.fromEntries(
    Object.entries(errors).map(([input, words]) => {
      const path = input.replace(/^content\./, '');
      const [part = '', index = '', ...rest] = path.split('.');
      if (part === 'body' && index !== '') return [`cards.${keys[Number(index)] ?? 0}`, inCard(rest, words)];
      if (part === 'body') return ['cards', words];
      if (part === 'facts') return [`facts.${labels[Number(index)] ?? 'when'}`, words];
      if (part === 'source') return [index, words];
      if (part === 'audience') return [index === 'households' ? 'roles' : index, words];
      return [part === 'publishAt' ? 'sendAt' : part, words];
    }),
  );
}

/** Of a list or a table the row is named, in which the words stand. */
function inCard([part, row, cell]: readonly string[], words: string): string {
  if (part === 'items') return at(`第 ${Number(row) + 1} 条`, words);
  if (part === 'header') return at(`第 1 行第 ${Number(row) + 1} 格`, words);
  if (part === 'rows') return at(`第 ${Number(row) + 2} 行第 ${Number(cell) + 1} 格`, words);
  return words;
}
