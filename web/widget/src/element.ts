import { Chat } from './chat/chat';
import { Memory } from './chat/memory';
import type { Outcome } from './gateway/contract';
import { Gateway } from './gateway/gateway';
import { type Texts, textsFor } from './texts';
import { BUBBLE, h, icon } from './view/dom';
import { Panel } from './view/panel';
import style from './view/style.css?inline';

/** What `sales-chat-ended` carries. */
export interface ChatEnded {
  readonly campaign: string;
  readonly outcome: Outcome;
}

/**
 * `<sales-chat campaign="…">`: a launcher and the chat it opens, or with `inline` the chat in the page's flow.
 * The README lists the attributes, the CSS variables and the event.
 */
export class SalesChat extends HTMLElement {
  static readonly observedAttributes = ['campaign', 'gateway', 'lang', 'texts', 'heading', 'consent', 'open', 'inline'];

  /** Where Parley is unless the attribute `gateway` says otherwise: where this script came from. */
  static home = new URL(new URL(import.meta.url).origin);

  readonly #launcher = h('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', click: () => this.open() });
  readonly #style = new CSSStyleSheet();
  #chat: Chat | undefined;
  #panel: Panel | undefined;
  #ownTexts: Partial<Texts> = {};
  #shownTexts = '';

  readonly #hurry = () => {
    if (!document.hidden) this.#chat?.hurry();
  };

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#style.replaceSync(style);
    root.adoptedStyleSheets = [this.#style];
    root.append(this.#launcher);
  }

  connectedCallback(): void {
    window.addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    this.#renew();
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#discard();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === 'campaign' || name === 'gateway') this.#renew();
    else if (name === 'texts') void this.#fetchTexts();
    else if (name === 'open' || name === 'inline') this.#update();
    else this.#rebuild();
  }

  /** Opens the panel and moves the focus into it. */
  open(): void {
    this.toggleAttribute('open', true);
    this.#panel?.focus();
  }

  /** Closes the panel; the focus returns to the launcher. An inline chat has nothing to close. */
  close(): void {
    if (this.#inline) return;
    this.toggleAttribute('open', false);
    this.#launcher.focus();
  }

  get #inline(): boolean {
    return this.hasAttribute('inline');
  }

  /** Another campaign or another gateway is another conversation. */
  #renew(): void {
    this.#discard();
    const campaign = this.getAttribute('campaign');
    this.#launcher.hidden = !campaign;
    if (!campaign) return;
    const gateway = new Gateway(new URL((this.getAttribute('gateway') ?? '').replace(/\/*$/, '/'), SalesChat.home));
    this.#chat = new Chat(campaign, gateway, new Memory(Memory.tabStorage(), gateway.base, campaign), {
      changed: () => this.#update(),
      returned: (text) => {
        if (this.#panel) this.#panel.draft ||= text;
      },
      ended: (outcome) => this.#announce({ campaign, outcome }),
    });
    this.#rebuild();
    void this.#fetchTexts();
  }

  #discard(): void {
    this.#chat?.close();
    this.#chat = undefined;
    this.#panel?.element.remove();
    this.#panel = undefined;
  }

  /** Draws the panel anew, because its words have changed. */
  #rebuild(): void {
    const chat = this.#chat;
    if (!chat) return;
    const language = this.getAttribute('lang') || chat.locale || document.documentElement.lang || 'en';
    const texts = { ...textsFor(language), ...this.#ownTexts };
    this.#shownTexts = language;
    const old = this.#panel;
    const hadFocus = this.shadowRoot?.activeElement && this.shadowRoot.activeElement !== this.#launcher;
    this.#panel = new Panel(
      chat,
      { texts, language, heading: this.getAttribute('heading') ?? '', consent: this.getAttribute('consent') ?? '' },
      () => this.close(),
    );
    this.#panel.draft = old?.draft ?? '';
    old?.element.remove();
    this.#launcher.replaceChildren(icon(BUBBLE), texts.launcher);
    this.#update();
    if (hadFocus) this.#panel.focus();
  }

  #update(): void {
    const { chat, panel } = { chat: this.#chat, panel: this.#panel };
    if (!chat || !panel) return;
    const open = this.#inline || this.hasAttribute('open');
    this.#launcher.hidden = open;
    this.#launcher.setAttribute('aria-expanded', String(open));
    if (open && !panel.element.isConnected) this.shadowRoot?.append(panel.element);
    panel.element.hidden = !open;
    if (open) chat.start();
    panel.update();
    // The conversation's own language is known once it has begun; a page that sets `lang` knows better.
    if (chat.locale && !this.getAttribute('lang') && chat.locale !== this.#shownTexts) this.#rebuild();
  }

  async #fetchTexts(): Promise<void> {
    const address = this.getAttribute('texts');
    if (!address) return;
    try {
      const response = await fetch(new URL(address, document.baseURI), { credentials: 'omit' });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      this.#ownTexts = (await response.json()) as Partial<Texts>;
      this.#rebuild();
    } catch (cause) {
      console.warn(`sales-chat: the texts at ${address} cannot be read (${String(cause)}); the built-in ones are shown.`);
    }
  }

  #announce(detail: ChatEnded): void {
    this.dispatchEvent(new CustomEvent<ChatEnded>('sales-chat-ended', { detail, bubbles: true, composed: true }));
  }
}
