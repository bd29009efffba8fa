import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser, picture, REAL, visit } from './browser.mjs';

test('a customer asks for a person and is called back', inBrowser(), async () => {
  const { page, gateway, end } = await visit();
  try {
    await page.locator('sales-chat li.reply').first().waitFor();
    const person = page.locator('sales-chat .person-button');
    await person.click();
    const phone = page.locator('sales-chat input[type=tel]');
    assert.equal(await phone.evaluate((input) => input.getRootNode().activeElement === input), true);
    await picture(page, 'person');

    await page.keyboard.press('Enter');
    assert.match(await page.locator('sales-chat .error').innerText(), /\+/, 'an empty number is explained by an example');
    assert.equal(await phone.getAttribute('aria-invalid'), 'true');

    await phone.fill('+1 202 555 0147');
    await page.locator('sales-chat input[autocomplete=name]').fill('Ada');
    await page.keyboard.press('Enter');

    await page.locator('sales-chat li.person').waitFor();
    assert.equal(await person.getAttribute('aria-expanded'), 'false');
    assert.equal(await person.evaluate((button) => button.getRootNode().activeElement === button), true, 'the focus is back where it was');
    if (!REAL) assert.deepEqual(gateway.callBacks, [{ phone: '+1 202 555 0147', name: 'Ada' }]);
  } finally {
    await end();
  }
});

test('a number that cannot be rung is explained beside its field', inBrowser(), async () => {
  const { page, end } = await visit();
  try {
    await page.locator('sales-chat li.reply').first().waitFor();
    await page.locator('sales-chat .person-button').click();
    await page.locator('sales-chat input[type=tel]').fill('12');
    await page.keyboard.press('Enter');

    await page.locator('sales-chat .error:not(:empty)').waitFor();
    assert.equal(await page.locator('sales-chat li.person').count(), 0);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('sales-chat .person-form').isVisible(), false);
  } finally {
    await end();
  }
});
