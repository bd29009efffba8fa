import type { Entry, Transcript } from '../chat/transcript';
import type { Texts } from '../texts';
import { h, icon, TICK } from './dom';

/** What a customer can do in the log. */
export interface LogActions {
  choose(text: string): void;
  retry(turnId: string): void;
}

/** The conversation as a list that grows at its end; screen readers are told politely what is new. */
export class Log {
  readonly element: HTMLElement;
  readonly #list = h('ol');
  readonly #typing: HTMLElement;
  /** Whether the newest is in sight; whoever reads further up is not pulled away from it. */
  #atEnd = true;
  #top = 0;
  readonly #shown = new Map<string, { entry: Entry; extra: string; item: HTMLLIElement }>();

  constructor(
    private readonly texts: Texts,
    private readonly consent: string,
    private readonly actions: LogActions,
  ) {
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    this.#typing = h('p', { class: 'typing', hidden: true, 'aria-live': 'off' }, dots, h('span', { class: 'aside' }, texts.typing));
    this.element = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': texts.log }, this.#list, this.#typing);
    this.element.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.element;
      // Only going up leaves the end: the log may have shrunk since it was last scrolled down.
      this.#atEnd = scrollHeight - scrollTop - clientHeight < 40 || (this.#atEnd && scrollTop >= this.#top);
      this.#top = scrollTop;
    });
    // A form or a longer message takes room from the log; the newest stays in sight then, too.
    new ResizeObserver(() => this.#follow()).observe(this.element);
  }

  /**
   * @param waiting whether a reply is on its way
   * @param connected whether what is being sent can arrive at the moment
   * @param open whether the customer may still answer
   */
  show(transcript: Transcript, waiting: boolean, connected: boolean, open: boolean): void {
    const entries = transcript.entries;
    const lastReply = entries.findLastIndex((entry) => entry.kind === 'reply');
    const lastSaid = entries.findLastIndex((entry) => entry.kind === 'said');
    let grown = false;
    let before: Element | null = this.#list.firstElementChild;
    const keys = new Set(entries.map((entry) => entry.key));
    for (const [key, { item }] of this.#shown) {
      if (keys.has(key)) continue;
      if (before === item) before = item.nextElementSibling;
      item.remove();
      this.#shown.delete(key);
    }
    entries.forEach((entry, index) => {
      // What of an item depends on its surroundings; an item is only touched when this or the entry changes.
      const answer = entries.slice(index + 1).find((later) => later.kind === 'said');
      const current = open && index === lastReply && !answer;
      const extra = JSON.stringify(
        entry.kind === 'reply' ? [current, answer?.kind === 'said' && answer.text] : [index === lastSaid, connected],
      );
      const known = this.#shown.get(entry.key);
      const item = known?.item ?? h('li', { class: entry.kind });
      if (!known || known.entry !== entry || known.extra !== extra) {
        this.#fill(item, entry, { current, last: index === lastSaid, connected, answer: answer?.kind === 'said' ? answer.text : '' });
        this.#shown.set(entry.key, { entry, extra, item });
      }
      if (item === before) before = item.nextElementSibling;
      else {
        this.#list.insertBefore(item, before);
        grown = true;
      }
    });
    this.#typing.hidden = !waiting;
    if (grown && entries.at(-1)?.kind === 'said') this.#atEnd = true;
    this.#follow();
  }

  #follow(): void {
    if (this.#atEnd) this.element.scrollTop = this.element.scrollHeight;
  }

  #fill(item: HTMLLIElement, entry: Entry, here: { current: boolean; last: boolean; connected: boolean; answer: string }): void {
    switch (entry.kind) {
      case 'consent':
        item.replaceChildren(h('p', { class: 'notice' }, this.consent));
        break;
      case 'afresh':
        item.replaceChildren(h('p', { class: 'notice' }, this.texts.afresh));
        break;
      case 'said':
        item.replaceChildren(this.#words(this.texts.you, entry.text), ...this.#delivery(entry, here.last, here.connected));
        break;
      case 'person':
        item.replaceChildren(this.#words(this.texts.assistant, entry.text));
        break;
      case 'reply':
        if (!item.firstChild) item.append(this.#words(entry.by ?? this.texts.assistant, entry.text), ...this.#signature(entry.by));
        this.#choices(item, entry.choices, here.current, here.answer);
        break;
      case 'order':
        item.replaceChildren(
          h(
            'dl',
            { class: 'card' },
            h('div', {}, h('dt', {}, this.texts.order), h('dd', {}, entry.order.id)),
            h('div', {}, h('dt', {}, this.texts.total), h('dd', {}, entry.order.total)),
          ),
        );
        break;
    }
  }

  #words(who: string, text: string): HTMLElement {
    return h('p', { class: 'words' }, h('span', { class: 'aside' }, `${who}: `), text);
  }

  /** Everybody sees which words a person wrote; those who listen have heard the name before them. */
  #signature(by: string | null): HTMLElement[] {
    return by ? [h('p', { class: 'delivery', 'aria-hidden': 'true' }, by)] : [];
  }

  #delivery(entry: Entry & { kind: 'said' }, last: boolean, connected: boolean): HTMLElement[] {
    const { texts } = this;
    switch (entry.delivery.is) {
      case 'sending':
        return [h('p', { class: 'delivery', 'aria-live': 'off' }, connected ? texts.sending : texts.kept)];
      case 'sent':
        return last ? [h('p', { class: 'delivery', 'aria-live': 'off' }, texts.sent)] : [];
      case 'failed': {
        const { problem } = entry.delivery;
        const why = problem.reached && problem.detail ? ` – ${problem.detail}` : '';
        const again = () => this.actions.retry(entry.turnId);
        return [
          h(
            'p',
            { class: 'delivery failed' },
            `${texts.failed}${why} `,
            problem.retriable && h('button', { type: 'button', click: again }, texts.retry),
          ),
        ];
      }
    }
  }

  /**
   * Choices stay where they are after one was taken; the one taken is marked, none can be taken twice. The buttons
   * themselves stay too, so that a keyboard's focus stays with them.
   */
  #choices(item: HTMLLIElement, choices: readonly string[], current: boolean, answer: string): void {
    if (choices.length === 0) return;
    let list = item.querySelector('ul');
    if (!list) {
      const buttons = choices.map((choice) => {
        const choose = () => {
          if (button.getAttribute('aria-disabled') !== 'true') this.actions.choose(choice);
        };
        const button = h('button', { type: 'button', class: 'choice', click: choose }, choice);
        return h('li', {}, button);
      });
      list = h('ul', { class: 'choices', 'aria-label': this.texts.choices }, ...buttons);
      item.append(list);
    }
    list.querySelectorAll('button').forEach((button, index) => {
      button.setAttribute('aria-disabled', String(!current));
      button.tabIndex = current ? 0 : -1;
      if (!current && choices[index] === answer && !button.classList.contains('chosen')) {
        button.classList.add('chosen');
        button.prepend(icon(TICK));
        button.append(h('span', { class: 'aside' }, this.texts.chosen));
      }
    });
  }
}
