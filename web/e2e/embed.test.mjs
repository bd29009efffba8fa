import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onFake, picture, visit } from './browser.mjs';

const SHOP = `<!doctype html><html lang="en"><title>Shop</title>
  <style>sales-chat { color-scheme: light; --sales-chat-accent: #7a1f4b; --sales-chat-radius: 4px }</style>
  <h1>A shop of somebody else</h1>
  <script type="module" src="/sales-chat.js"></script>
  <sales-chat campaign="space-trip" heading="Stella Tours" consent="We keep what you write for a week." texts="/words.json"></sales-chat>
  <script type="module">
    document.addEventListener('sales-chat-ended', ({ detail }) => { document.title = JSON.stringify(detail) });
  </script>`;

test('another page embeds the chat with its own words and colours, and hears how it ended', onFake(), async () => {
  const { page, base, complaints, end } = await visit();
  try {
    await page.route('**/shop', (route) => route.fulfill({ contentType: 'text/html', body: SHOP }));
    await page.route('**/words.json', (route) => route.fulfill({ json: { launcher: 'Ask Stella' } }));
    await page.goto(`${base}shop`);
    await page.getByRole('button', { name: 'Ask Stella' }).click();

    const panel = page.getByRole('region', { name: 'Stella Tours' });
    await panel.getByText('We keep what you write for a week.').waitFor();
    await panel.getByText('Automated assistant').waitFor();
    const send = panel.getByRole('button', { name: 'Send' });
    assert.equal(await send.evaluate((button) => getComputedStyle(button).backgroundColor), 'rgb(122, 31, 75)');
    await picture(page, 'embedded');
    for (const choice of ['Orbit', '1']) await panel.getByRole('button', { name: choice, exact: true }).click();
    await panel.getByLabel('Your message').fill('Ada');
    await send.click();
    await panel.getByRole('button', { name: 'Not today' }).click();
    await panel.getByText('Thank you for your time.').waitFor();

    assert.deepEqual(JSON.parse(await page.title()), { campaign: 'space-trip', outcome: 'lost' });
    await panel.getByRole('button', { name: 'Close the chat' }).click();
    await page.getByRole('button', { name: 'Ask Stella' }).waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await end();
  }
});
