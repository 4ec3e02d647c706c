import { act, listen, render, said, words } from '../support/render';

const box = (asked = '') => render('components/search-box', { placeholder: '找一找', asked });

test('says what is looked for, in one line', async () => {
  const page = box();
  const found = listen(page, 'find');
  await act(page, 'write', said({ value: ' 疫 \n苗 ' }));
  await act(page, 'find');
  expect(found.mock.calls).toEqual([[{ words: '疫 苗' }]]);
});

test('words that can’t be looked for are refused beside the box', async () => {
  const page = box();
  const found = listen(page, 'find');
  await act(page, 'write', said({ value: '一'.repeat(21) }));
  await act(page, 'find');
  expect(words(page)).toContain('最多 20 个字');
  expect(found).not.toHaveBeenCalled();
});

test('what is on the screen is not looked for again; looking no more shows everything', async () => {
  const page = box('口罩');
  const found = listen(page, 'find');
  await act(page, 'write', said({ value: '口罩' }));
  await act(page, 'find');
  expect(found).not.toHaveBeenCalled();
  await act(page, 'noMore');
  expect(found.mock.calls).toEqual([[{ words: '' }]]);
});
