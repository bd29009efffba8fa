import { LONGEST_UTTERANCE } from '../gateway/contract';
import type { Texts } from '../texts';
import { ARROW, h, icon } from './dom';

/** Where the customer writes. Enter sends, Shift+Enter begins a new line. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;

  /** @param say takes the words and answers whether it could */
  constructor(texts: Texts, private readonly say: (text: string) => boolean) {
    this.#field = h('textarea', {
      id: 'message',
      rows: '1',
      maxlength: String(LONGEST_UTTERANCE),
      placeholder: texts.placeholder,
      autocomplete: 'off',
      enterkeyhint: 'send',
      keydown: (event) => this.#pressed(event as KeyboardEvent),
    });
    this.element = h(
      'form',
      { class: 'composer', submit: (event) => this.#send(event) },
      h('label', { class: 'aside', for: 'message' }, texts.message),
      this.#field,
      h('button', { class: 'send', type: 'submit' }, icon(ARROW), h('span', { class: 'aside' }, texts.send)),
    );
  }

  get draft(): string {
    return this.#field.value;
  }

  set draft(text: string) {
    this.#field.value = text;
  }

  focus(): void {
    this.#field.focus();
  }

  #pressed(event: KeyboardEvent): void {
    // While an input method is composing, Enter picks a character and does not end the message.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#send(event);
  }

  #send(event: Event): void {
    event.preventDefault();
    const text = this.#field.value.trim();
    if (text && this.say(text)) this.#field.value = '';
    this.#field.focus();
  }
}
