import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, expect, test } from 'vitest';

/** What the widget may weigh on somebody's page, in bytes after gzip. */
const BUDGET = 15_000;

let files: Map<string, string>;

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const built = (await build({ configFile, logLevel: 'error', build: { write: false } })) as Rollup.RollupOutput;
  files = new Map(built.output.map((file) => [file.fileName, String(file.type === 'chunk' ? file.code : file.source)]));
}, 60_000);

test('the widget stays within its budget', () => {
  const size = gzipSync(files.get('sales-chat.js') ?? '', { level: 9 }).length;

  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(BUDGET);
});

test('the widget is one file that needs no other', () => {
  expect(files.get('sales-chat.js')).not.toMatch(/\bimport\s*[{"'*(]|\bfrom\s*["']/);
});

test('the page uses the very file that other pages embed, without relying on what is inside', () => {
  const page = [...files].find(([name]) => /^assets\/page.*\.js$/.test(name))?.[1];

  expect(page).toMatch(/import\s*["']\.\.\/sales-chat\.js["']/);
});

test('nothing is fetched from elsewhere', () => {
  const foreign = [...files].flatMap(([name, text]) =>
    [...text.matchAll(/https?:\/\/[^"'`\s)]+/g)].map(([address]) => `${name}: ${address}`),
  );

  expect(foreign.filter((address) => !address.endsWith('http://www.w3.org/2000/svg'))).toEqual([]);
});

test('words never become markup', () => {
  const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/;

  expect([...files].filter(([, text]) => sinks.test(text)).map(([name]) => name)).toEqual([]);
});
