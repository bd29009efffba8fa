import { expect, test } from 'vitest';
import { addressOf, campaignIn, chosen } from '../src/page/offers';

const learning = { campaign: 'plane-ticket', title: 'Plane tickets', locale: 'en-GB', ready: false };
const ready = { campaign: 'space-trip', title: 'A trip to space', locale: 'en-US', ready: true };

test('without a name the first ready offer is shown', () => {
  expect(chosen([learning, ready], null)).toBe(ready);
});

test('a named offer is shown even while it is learning', () => {
  expect(chosen([learning, ready], 'plane-ticket')).toBe(learning);
});

test('an unknown name shows nothing instead of something else', () => {
  expect(chosen([learning, ready], 'no-such-campaign')).toBeUndefined();
});

test('the address names the campaign and keeps the rest', () => {
  const address = addressOf('space-trip', 'http://localhost/?from=mail&campaign=plane-ticket#top');

  expect(address).toBe('http://localhost/?from=mail&campaign=space-trip#top');
  expect(campaignIn(address)).toBe('space-trip');
});
