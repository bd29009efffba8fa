import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inBrowser, onFake, picture, visit } from './browser.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asks axe about the page as it stands; whatever is serious or critical is a fault. */
async function assertAccessible(page, moment) {
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`);
  });
  assert.deepEqual(violations, [], moment);
}

/** Nothing may need scrolling in two directions. */
async function assertFits(page, moment) {
  const { wide, width, outside } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('body *'), ...(document.querySelector('sales-chat')?.shadowRoot?.querySelectorAll('*') ?? [])];
    const outside = all.filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 0.5);
    return { wide: document.documentElement.scrollWidth, width: innerWidth, outside: outside.map((element) => element.outerHTML.slice(0, 80)) };
  });
  assert.ok(wide <= width, `${moment}: the page is ${wide} px wide in a window of ${width} px`);
  assert.deepEqual(outside, [], moment);
}

const moments = [
  { name: 'light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'narrow', width: 320, height: 640, colorScheme: 'light' },
  { name: 'narrow-dark', width: 320, height: 640, colorScheme: 'dark' },
];

for (const { name, width, height, colorScheme } of moments) {
  test(`the page is accessible and fits: ${name}, ${width} px`, inBrowser(), async () => {
    const context = { viewport: { width, height }, colorScheme, reducedMotion: 'reduce', bypassCSP: true };
    const { page, end } = await visit({ context });
    const check = async (moment) => {
      await picture(page, `${name}-${moment}`);
      await assertAccessible(page, moment);
      await assertFits(page, moment);
    };
    try {
      await page.addScriptTag({ content: AXE });
      const launcher = page.locator('sales-chat .launcher');
      const reply = page.locator('sales-chat li.reply');
      await page.locator('sales-chat .launcher:visible, sales-chat li.reply').first().waitFor();
      if (await launcher.isVisible()) {
        await check('closed');
        await launcher.click();
      }
      await reply.first().waitFor();
      await check('open');
      await page.locator('sales-chat textarea').fill('Averyveryverylongwordthatgoesonandonandonandonandonandonandon, is it safe?');
      await page.keyboard.press('Enter');
      await reply.nth(1).waitFor();
      await check('answered');
      await page.locator('sales-chat .person-button').click();
      await page.locator('sales-chat input[type=tel]').fill('12');
      await page.keyboard.press('Enter');
      await page.locator('sales-chat .error:not(:empty)').waitFor();
      await check('person');
    } finally {
      await end();
    }
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`what goes wrong and what is over is accessible, too: ${colorScheme}`, onFake(), async () => {
    const { page, gateway, end } = await visit({ context: { colorScheme, reducedMotion: 'reduce', bypassCSP: true } });
    try {
      await page.addScriptTag({ content: AXE });
      await page.getByRole('button', { name: 'Mars' }).click();
      await page.getByRole('button', { name: '2', exact: true }).click();
      gateway.beBusy();
      await page.getByLabel('Your message').fill('Ada');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Send again' }).waitFor();
      await assertAccessible(page, 'not sent');

      gateway.goDown();
      await page.getByText('Reconnecting…').waitFor();
      await assertAccessible(page, 'connection lost');

      gateway.goDown(false);
      gateway.beBusy(false);
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.getByRole('button', { name: 'Yes, please' }).click();
      await page.getByText('Thank you for your order.').waitFor();
      await picture(page, `${colorScheme}-over`);
      await assertAccessible(page, 'over');
    } finally {
      await end();
    }
  });
}

test('nothing is asked of any other host', inBrowser(), async () => {
  const { page, base, end } = await visit();
  const foreign = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  try {
    await page.reload();
    await page.locator('sales-chat li.reply').first().waitFor();
    assert.deepEqual(foreign, []);
  } finally {
    await end();
  }
});
