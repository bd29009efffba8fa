import { Problem } from '../gateway/problem';
import type { Texts } from '../texts';
import { h } from './dom';

/** The way to a person, who rings the customer. */
export class PersonForm {
  readonly element: HTMLFormElement;
  readonly #phone: HTMLInputElement;
  readonly #name: HTMLInputElement;
  readonly #submit: HTMLButtonElement;
  readonly #error: HTMLElement;

  constructor(
    private readonly texts: Texts,
    private readonly callBack: (phone: string, name: string) => Promise<void>,
    private readonly done: () => void,
  ) {
    this.#phone = h('input', { id: 'phone', type: 'tel', autocomplete: 'tel', 'aria-describedby': 'phone-error', required: true });
    this.#name = h('input', { id: 'name', autocomplete: 'name', maxlength: '100' });
    this.#error = h('p', { id: 'phone-error', class: 'error', role: 'alert' });
    this.#submit = h('button', { type: 'submit', class: 'primary' }, texts.callMe);
    this.element = h(
      'form',
      // The browser's own bubbles speak the browser's language and vanish; ours stay beside the field.
      { class: 'person-form', 'aria-labelledby': 'person-title', hidden: true, novalidate: true, submit: (event) => void this.#send(event) },
      h('h3', { id: 'person-title' }, texts.person),
      h('p', {}, texts.personLead),
      h('label', { for: 'phone' }, texts.phone),
      this.#phone,
      this.#error,
      h('label', { for: 'name' }, texts.name),
      this.#name,
      h('div', { class: 'row' }, this.#submit, h('button', { type: 'button', click: done }, texts.cancel)),
    );
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  show(): void {
    this.element.hidden = false;
    this.#phone.focus();
  }

  hide(): void {
    this.element.hidden = true;
    this.#complain('');
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#submit.getAttribute('aria-disabled') === 'true') return;
    const phone = this.#phone.value.trim();
    if (!phone) {
      this.#complain(this.texts.phoneMissing);
      return;
    }
    this.#complain('');
    this.#submit.setAttribute('aria-disabled', 'true');
    try {
      await this.callBack(phone, this.#name.value.trim());
      this.element.reset();
      this.done();
    } catch (cause) {
      const told = cause instanceof Problem && !cause.retriable && cause.detail;
      this.#complain(told || this.texts.callFailed);
    } finally {
      this.#submit.removeAttribute('aria-disabled');
    }
  }

  #complain(error: string): void {
    this.#error.textContent = error;
    this.#phone.setAttribute('aria-invalid', String(error !== ''));
    if (error) this.#phone.focus();
  }
}
