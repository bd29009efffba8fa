import type { Chat } from '../chat/chat';
import type { Outcome } from '../gateway/contract';
import { souvenir } from '../chat/souvenir';
import type { Texts } from '../texts';
import { CallBar } from './call-bar';
import { Composer } from './composer';
import { CROSS, h, icon, PERSON } from './dom';
import { Log } from './log';
import { natureOf } from './nature';
import { PersonForm } from './person-form';

/** What an embedding page may set. */
export interface PanelWording {
  readonly texts: Texts;
  readonly language: string;
  readonly heading: string;
  readonly consent: string;
}

/** The open chat: header, log, way to a person, composer. Shows a {@link Chat} and hands on what the customer does. */
export class Panel {
  readonly element: HTMLElement;
  readonly #title = h('h2', { id: 'title' });
  readonly #nature = h('p', { 'aria-live': 'polite' });
  readonly #log: Log;
  readonly #composer: Composer;
  readonly #call: CallBar;
  readonly #form: PersonForm;
  readonly #person: HTMLButtonElement;
  readonly #lost: HTMLElement;
  readonly #refused: HTMLElement;
  readonly #refusedWhy = h('p');
  readonly #over: HTMLElement;
  readonly #overText = h('p', { class: 'farewell' });
  readonly #aloud = h('p', { class: 'aside', role: 'status' });

  constructor(
    private readonly chat: Chat,
    private readonly wording: PanelWording,
    private readonly closed: () => void,
  ) {
    const { texts } = wording;
    this.#log = new Log(texts, wording.consent || texts.consent, {
      choose: (text) => chat.say(text),
      retry: (turnId) => chat.retry(turnId),
    });
    this.#composer = new Composer(texts, (text) => {
      if (chat.open) chat.say(text);
      return chat.open;
    });
    this.#call = new CallBar(texts, () => chat.ringUp(), () => chat.call);
    this.#form = new PersonForm(texts, (phone, name) => chat.callBack(phone, name), () => this.#hideForm());
    this.#person = h(
      'button',
      { type: 'button', class: 'person-button', 'aria-expanded': 'false', click: () => (this.#form.shown ? this.#hideForm() : this.#showForm()) },
      icon(PERSON),
      texts.person,
    );
    this.#lost = h('p', { class: 'bar' });
    this.#refused = h(
      'div',
      { class: 'refused', hidden: true, role: 'alert' },
      h('p', {}, h('strong', {}, texts.refused)),
      this.#refusedWhy,
      h('button', { type: 'button', click: () => chat.hurry() }, texts.tryAgain),
    );
    this.#over = h(
      'div',
      { class: 'over', hidden: true },
      this.#overText,
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'button', click: () => this.#download() }, texts.download),
        h('button', { type: 'button', class: 'primary', click: () => this.#anew() }, texts.anew),
      ),
    );
    this.element = h(
      'section',
      { id: 'panel', class: 'panel', lang: wording.language, 'aria-labelledby': 'title', keydown: (event) => this.#pressed(event as KeyboardEvent) },
      h(
        'header',
        {},
        h('div', {}, this.#title, this.#nature),
        h('button', { type: 'button', class: 'close', click: closed }, icon(CROSS), h('span', { class: 'aside' }, texts.close)),
      ),
      h('div', { role: 'status' }, this.#lost),
      this.#log.element,
      this.#refused,
      this.#over,
      this.#call.element,
      this.#composer.element,
      this.#form.element,
      h('footer', {}, this.#person, this.#call.button),
      this.#aloud,
    );
  }

  get draft(): string {
    return this.#composer.draft;
  }

  set draft(text: string) {
    this.#composer.draft = text;
  }

  focus(): void {
    if (this.#over.hidden) this.#composer.focus();
    else this.#log.element.focus();
  }

  /** Brings what is shown up to what the chat is now. */
  update(): void {
    const { chat, wording } = this;
    const { phase } = chat;
    const lost = chat.line === 'lost';
    const nature = natureOf(chat.handOff, wording.texts);
    if (this.#nature.textContent !== nature) this.#nature.textContent = nature;
    this.#title.textContent = wording.heading || chat.title || wording.texts.heading;
    this.#lost.textContent = lost ? wording.texts.lost : '';
    this.#log.show(chat.transcript, chat.waiting, !lost, chat.open);
    this.#aloud.textContent = chat.transcript.failed.length > 0 ? wording.texts.failedAloud : '';
    this.#refused.hidden = phase.is !== 'refused';
    if (phase.is === 'refused') {
      const { problem } = phase;
      this.#refusedWhy.textContent = [problem.detail && problem.reached ? problem.detail : problem.title, problem.retriable ? wording.texts.refusedRetry : ''].join(' ').trim();
    }
    this.#call.update(chat.open);
    this.#end(phase.is === 'over' ? phase.outcome : undefined);
  }

  #end(outcome: Outcome | undefined): void {
    const hadFocus = this.#composer.element.contains(this.#focused);
    this.#over.hidden = outcome === undefined;
    this.#composer.element.hidden = outcome !== undefined;
    if (outcome) this.#overText.textContent = this.#farewell(outcome);
    if (outcome && hadFocus) this.#log.element.focus();
  }

  #farewell(outcome: Outcome): string {
    const { texts } = this.wording;
    switch (outcome) {
      case 'sale':
        return texts.overSale;
      case 'lost':
        return texts.overLost;
      case 'ended':
        return texts.overEnded;
    }
  }

  get #focused(): Element | null {
    return (this.element.getRootNode() as ShadowRoot).activeElement;
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (this.#form.shown) this.#hideForm();
    else this.closed();
  }

  #showForm(): void {
    this.#person.setAttribute('aria-expanded', 'true');
    this.element.classList.add('asking');
    this.#form.show();
  }

  #hideForm(): void {
    this.#person.setAttribute('aria-expanded', 'false');
    this.element.classList.remove('asking');
    this.#form.hide();
    this.#person.focus();
  }

  #anew(): void {
    this.chat.startAnew();
    this.#composer.focus();
  }

  #download(): void {
    const { texts, language } = this.wording;
    const text = souvenir(this.#title.textContent ?? '', this.chat.transcript.entries, texts, language);
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    h('a', { href: address, download: `${texts.fileName}.txt` }).click();
    // Some browsers read the file after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
