import type { Offer } from '../gateway/contract';

/** Which campaign the address names, if any. */
export function campaignIn(address: string): string | null {
  return new URL(address).searchParams.get('campaign');
}

/** The same address, naming this campaign. */
export function addressOf(campaign: string, address: string): string {
  const url = new URL(address);
  url.searchParams.set('campaign', campaign);
  return url.href;
}

/** What to show: the offer the address names, or without a name the first that is ready. */
export function chosen(offers: readonly Offer[], named: string | null): Offer | undefined {
  return named === null ? offers.find((offer) => offer.ready) : offers.find((offer) => offer.campaign === named);
}
