import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onFake, picture, visit } from './browser.mjs';

const field = (page) => page.getByLabel('Your message');
const say = async (page, words) => {
  await field(page).fill(words);
  await page.keyboard.press('Enter');
};

test('messages outlive a connection that drops, and count once', onFake(), async () => {
  const { page, gateway, end } = await visit({ path: '?campaign=space-trip' });
  try {
    await page.getByRole('button', { name: 'The Moon' }).click();
    await page.getByRole('button', { name: '2', exact: true }).waitFor();
    gateway.goDown();
    await page.getByText('Reconnecting… your messages are kept').waitFor();
    await say(page, 'two of us');
    await page.getByText('Kept, waiting for the connection').waitFor();
    await picture(page, 'reconnecting');

    gateway.goDown(false);

    await page.getByText('Which name').waitFor();
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
    assert.deepEqual(gateway.turns.map((turn) => turn.text), ['The Moon', 'two of us']);
  } finally {
    await end();
  }
});

test('a reload comes back to where the conversation was', onFake(), async () => {
  const { page, gateway, end } = await visit({ path: '?campaign=space-trip' });
  try {
    await page.getByRole('button', { name: 'Mars' }).click();
    await page.getByRole('button', { name: '2', exact: true }).waitFor();
    gateway.goDown();
    await say(page, '4');
    gateway.goDown(false);
    await page.reload();

    await page.getByText('Which name').waitFor();
    assert.equal(await page.locator('sales-chat li.said').count(), 2);
    assert.equal(gateway.turns.length, 2);
  } finally {
    await end();
  }
});

test('an expired conversation begins anew politely and the words are given back', onFake(), async () => {
  const { page, gateway, end } = await visit({ path: '?campaign=space-trip' });
  try {
    await page.getByRole('button', { name: 'Mars' }).click();
    await page.getByRole('button', { name: '2', exact: true }).waitFor();
    gateway.forget();
    await say(page, 'two of us');

    await page.getByText('Your earlier conversation has expired').waitFor();
    await page.getByRole('button', { name: 'Mars' }).waitFor();
    assert.equal(await field(page).inputValue(), 'two of us');
  } finally {
    await end();
  }
});

test('a message that is refused says so and can be sent again', onFake(), async () => {
  const { page, gateway, end } = await visit({ path: '?campaign=space-trip' });
  try {
    await page.getByRole('button', { name: 'Mars' }).waitFor();
    gateway.beBusy();
    await say(page, 'Mars');
    await page.getByText('Not sent – Too many customers at once.').waitFor();
    await picture(page, 'failed');
    gateway.beBusy(false);
    await page.getByRole('button', { name: 'Send again' }).click();

    await page.getByText('How many of you').waitFor();
  } finally {
    await end();
  }
});
