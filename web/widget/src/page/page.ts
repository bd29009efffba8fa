import '../sales-chat';
import type { Offer } from '../gateway/contract';
import { addressOf, campaignIn, chosen } from './offers';

/** How long until we ask again while something is still learning or the server does not answer, in milliseconds. */
const PAUSE = 2_000;

const list = element('offers');
const news = element('news');
const waiting = element('waiting');
const chat = element('chat');
const wide = window.matchMedia('(min-width: 60rem)');

let offers: readonly Offer[] = [];
let shown = '';

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}

async function poll(): Promise<void> {
  try {
    const response = await fetch('/api/offers', { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    offers = (await response.json()) as Offer[];
    show();
    if (!offers.every((offer) => offer.ready) || offers.length === 0) setTimeout(poll, PAUSE);
  } catch {
    tell('Parley does not answer yet. Trying again…');
    setTimeout(poll, PAUSE);
  }
}

function show(): void {
  const named = campaignIn(location.href);
  const offer = chosen(offers, named);
  // From now on the address names it: whoever has begun to talk stays there when another becomes ready.
  if (offer && named === null) history.replaceState(null, '', addressOf(offer.campaign, location.href));
  drawOffers(offer);
  if (offers.length === 0) tell('Nothing is for sale yet.');
  else if (!offer && named !== null) tell(`There is no campaign called “${named}”. Please choose one of these.`);
  else if (offer?.ready === false) tell(`${offer.title} is still learning. The chat opens by itself.`);
  else tell('');
  talkAbout(offer?.ready ? offer : undefined);
}

/** Draws the list only when it differs, so that a poll takes nobody's focus away. */
function drawOffers(current: Offer | undefined): void {
  const state = JSON.stringify([offers, current?.campaign]);
  if (state === shown) return;
  shown = state;
  const focused = document.activeElement?.getAttribute('data-campaign');
  list.replaceChildren(...offers.map((offer) => drawOffer(offer, offer === current)));
  if (focused) list.querySelector<HTMLElement>(`[data-campaign="${CSS.escape(focused)}"]`)?.focus();
}

function drawOffer(offer: Offer, current: boolean): Node {
  const drawn = element(offer.ready ? 'ready-offer' : 'learning-offer') as HTMLTemplateElement;
  const item = drawn.content.cloneNode(true) as DocumentFragment;
  const title = item.querySelector<HTMLElement>('.title');
  if (title) {
    title.textContent = offer.title;
    title.lang = offer.locale;
  }
  const link = item.querySelector('a');
  if (link) {
    link.href = addressOf(offer.campaign, location.href);
    link.dataset['campaign'] = offer.campaign;
    link.addEventListener('click', (event) => choose(event, offer));
    if (current) link.setAttribute('aria-current', 'page');
    else link.querySelector('.tag')?.remove();
  }
  return item;
}

function choose(event: MouseEvent, offer: Offer): void {
  // Another tab or window is the browser's business.
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, '', addressOf(offer.campaign, location.href));
  show();
}

function talkAbout(offer: Offer | undefined): void {
  waiting.hidden = offer !== undefined;
  chat.hidden = offer === undefined;
  if (!offer) {
    chat.removeAttribute('campaign');
    return;
  }
  chat.setAttribute('lang', offer.locale);
  chat.setAttribute('campaign', offer.campaign);
  document.title = `${offer.title} · Parley`;
}

function tell(text: string): void {
  if (news.textContent !== text) news.textContent = text;
}

/** Beside the text where there is room; behind the launcher where there is not. */
function fit(): void {
  chat.toggleAttribute('inline', wide.matches);
}

wide.addEventListener('change', fit);
window.addEventListener('popstate', show);
fit();
void poll();
