import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onFake, picture, visit } from './browser.mjs';

test('a customer calls, is heard and answered, types in between, uses the keys and hangs up', onFake(), async () => {
  const { page, gateway, complaints, end } = await visit();
  try {
    await page.locator('sales-chat li.reply').first().waitFor();
    await page.locator('sales-chat .call-button').click();
    await page.locator('sales-chat .call').waitFor();
    await page.locator('sales-chat li.said', { hasText: 'The Moon' }).waitFor();
    await page.locator('sales-chat li.reply', { hasText: 'How many of you' }).waitFor();
    assert.ok(gateway.samples > 8_000, 'the microphone is heard');
    await page.locator('sales-chat .call', { hasText: 'use the keys' }).waitFor();
    await page.locator('sales-chat .keypad button', { hasText: '4' }).click();
    await page.locator('sales-chat .call', { hasText: '1 keys pressed' }).waitFor();
    await picture(page, 'call');

    await page.locator('sales-chat textarea').fill('two of us');
    await page.keyboard.press('Enter');
    await page.locator('sales-chat li.reply', { hasText: 'Which name' }).waitFor();
    assert.equal(await page.locator('sales-chat li.said', { hasText: 'two of us' }).count(), 1);

    await page.locator('sales-chat .call .primary').click();
    await page.locator('sales-chat .call').waitFor({ state: 'hidden' });
    await page.locator('sales-chat .call-button').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await end();
  }
});

test('a customer whose microphone is refused is told so, and can go on in writing', onFake(), async () => {
  const { page, end } = await visit();
  try {
    await page.locator('sales-chat li.reply').first().waitFor();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await page.locator('sales-chat .call-button').click();
    await page.locator('sales-chat .call', { hasText: 'microphone cannot be used' }).waitFor();
    await page.locator('sales-chat textarea').fill('The Moon');
    await page.keyboard.press('Enter');
    await page.locator('sales-chat li.reply', { hasText: 'How many of you' }).waitFor();
  } finally {
    await end();
  }
});
