import { expect, test } from 'vitest';
import de from '../src/locales/de.json';
import en from '../src/locales/en.json';
import { textsFor } from '../src/texts';

test('every locale file says everything, and nothing else', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en));
  expect(Object.values(de).filter((text) => text.trim() === '')).toEqual([]);
});

test.each([
  [['de-AT', 'en'], de],
  [['DE_de'], de],
  [['fr', 'de'], de],
  [[null, ''], en],
  [['fr'], en],
])('the texts for %j are in the first language we have', (wanted, texts) => {
  expect(textsFor(...wanted)).toBe(texts);
});
