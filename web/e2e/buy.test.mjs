import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inBrowser, onFake, picture, REAL, visit } from './browser.mjs';

const field = (page) => page.getByLabel('Your message');
const lastReply = (page) => page.locator('sales-chat li.reply').last();
const inSight = (page, selector) => page.locator(selector).evaluate(async (element) => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const log = element.closest('[role=log]').getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return top >= log.top && bottom <= log.bottom;
});

test('a customer buys with the mouse', onFake(), async () => {
  const { page, complaints, end } = await visit({ path: '?campaign=space-trip' });
  try {
    await page.getByRole('button', { name: 'The Moon' }).click();
    await page.getByRole('button', { name: '2', exact: true }).click();
    await field(page).fill('Is it safe?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('every one of them back on the ground').waitFor();
    await picture(page, 'talking');
    await field(page).fill('Ada Lovelace');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Yes, please' }).click();

    await page.getByText('Thank you for your order.').waitFor();
    assert.match(await page.locator('sales-chat .card').innerText(), /P-[0-9A-F]{6}[\s\S]*250,000/);
    assert.equal(await field(page).isVisible(), false);
    // A choice stays where it was, marked as the one taken.
    assert.equal(await page.getByRole('button', { name: 'The Moon chosen' }).getAttribute('aria-disabled'), 'true');
    assert.equal(await inSight(page, 'sales-chat .card'), true, 'the order is in sight, although the log has become smaller');
    await picture(page, 'bought');

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the transcript' }).click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), 'conversation.txt');
    assert.match(await readFile(await download.path(), 'utf8'), /Assistant: Hello![\s\S]*You: The Moon[\s\S]*Order number P-/);

    await page.getByRole('button', { name: 'Start a new conversation' }).click();
    await page.getByRole('button', { name: 'The Moon' }).waitFor();
    assert.equal(await page.locator('sales-chat li.said').count(), 0);
    assert.deepEqual(complaints, []);
  } finally {
    await end();
  }
});

test('a customer buys with the keyboard alone', onFake(), async () => {
  const { page, complaints, end } = await visit({ path: '?campaign=space-trip', context: { viewport: { width: 800, height: 700 } } });
  const press = (key) => page.keyboard.press(key);
  /** What has the focus, inside the shadow tree too. */
  const focused = () => page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
  });
  const tabTo = async (name, key = 'Tab') => {
    for (let steps = 0; steps < 25; steps++) {
      await press(key);
      if ((await focused()).trim().startsWith(name)) return;
    }
    assert.fail(`${key} does not lead to “${name}”, but to “${await focused()}”`);
  };
  try {
    await page.getByRole('button', { name: 'Chat with us' }).waitFor();
    await tabTo('Chat with us');
    await press('Enter');
    await page.getByRole('button', { name: 'The Moon' }).waitFor();
    assert.equal(await focused(), 'Your message');

    await press('Escape');
    assert.equal(await focused(), 'Chat with us', 'Escape closes the panel and the focus returns to the launcher');
    await press('Enter');

    await tabTo('The Moon', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('button', { name: '3', exact: true }).waitFor();
    // The next choices come after the one just taken.
    await tabTo('3');
    await press('Space');
    await page.getByText('Which name').waitFor();
    await tabTo('Your message');
    await page.keyboard.type('Ada');
    await press('Shift+Enter');
    await page.keyboard.type('Lovelace');
    await press('Enter');
    await page.getByRole('button', { name: 'Yes, please' }).waitFor();
    assert.match(await page.locator('sales-chat li.said .words').last().innerText(), /^You:\s+Ada\nLovelace$/);
    await tabTo('Yes, please', 'Shift+Tab');
    await press('Enter');

    await page.getByText('Thank you for your order.').waitFor();
    await tabTo('Start a new conversation');
    assert.deepEqual(complaints, []);
  } finally {
    await end();
  }
});

test('a campaign that is learning opens by itself, and the address names the campaign', onFake(), async () => {
  const { page, gateway, end } = await visit({ path: '?campaign=plane-ticket' });
  try {
    await page.getByText('Plane tickets is still learning').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Plane tickets' }).count(), 0);
    await picture(page, 'learning');
    gateway.learned('plane-ticket');
    await page.getByText('Hello! Where to?').waitFor();

    await page.getByRole('link', { name: 'A trip to space' }).click();
    await page.getByRole('button', { name: 'The Moon' }).waitFor();
    assert.match(page.url(), /\?campaign=space-trip$/);
    await page.goBack();
    await page.getByText('Hello! Where to?').waitFor();

    await page.getByRole('link', { name: 'Kaffee' }).click();
    await page.getByRole('button', { name: 'Kräftig' }).waitFor();
    await page.getByRole('button', { name: 'Mit einem Menschen sprechen' }).waitFor();
  } finally {
    await end();
  }
});

test('a customer keeps their conversation while something before it on the list becomes ready', onFake(), async () => {
  const { page, gateway, end } = await visit({ gateway: { learning: ['space-trip', 'plane-ticket'] } });
  try {
    await page.getByRole('button', { name: 'Kräftig' }).click();
    await page.getByText('Wie viele Kilogramm').waitFor();
    gateway.learned('space-trip');
    await page.getByRole('link', { name: 'A trip to space' }).waitFor();

    assert.match(await lastReply(page).innerText(), /Wie viele Kilogramm/);
    await page.reload();
    await page.getByText('Wie viele Kilogramm').waitFor();
    assert.match(page.url(), /\?campaign=coffee-order$/);
  } finally {
    await end();
  }
});

/*
 * Against a real Parley: BUY_CAMPAIGN names what to buy (else the first that is ready), BUY_SAYS what to say, separated
 * by "|". Without BUY_SAYS it is one sentence that must be answered.
 */
test('a customer of a real Parley is greeted, answered and remembered', REAL ? { ...inBrowser(), timeout: 180_000 } : { skip: 'needs BASE_URL' }, async () => {
  const { BUY_CAMPAIGN: campaign, BUY_SAYS: script } = process.env;
  const { page, complaints, end } = await visit({ path: campaign ? `?campaign=${encodeURIComponent(campaign)}` : '' });
  try {
    await lastReply(page).waitFor({ timeout: 120_000 });
    const says = script ? script.split('|') : ['Hello'];
    for (const [index, words] of says.entries()) {
      await page.locator('sales-chat textarea').fill(words);
      await page.keyboard.press('Enter');
      await page.locator('sales-chat li.reply').nth(index + 1).waitFor();
    }
    if (script) await page.locator('sales-chat .card').waitFor();
    await picture(page, 'real');

    const replies = await page.locator('sales-chat li.reply').count();
    await page.reload();
    await page.locator('sales-chat li.reply').nth(replies - 1).waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await end();
  }
});
