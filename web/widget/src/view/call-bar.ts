import type { Call } from '../call/call';
import type { Texts } from '../texts';
import { h, icon, PHONE } from './dom';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** The call beside the chat: what is being heard, a keypad, and the way out of it. */
export class CallBar {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly #state = h('p', { role: 'status' });
  readonly #partial = h('p', { class: 'partial', 'aria-live': 'off' });
  readonly #keypad: HTMLElement;

  /**
   * @param begin calls
   * @param current the call there is
   */
  constructor(
    private readonly texts: Texts,
    begin: () => void,
    private readonly current: () => Call | undefined,
  ) {
    this.button = h('button', { type: 'button', class: 'call-button', click: begin }, icon(PHONE), texts.call);
    this.#keypad = h(
      'div',
      { class: 'keypad', role: 'group', 'aria-label': texts.keypad },
      ...KEYS.map((key) => h('button', { type: 'button', click: () => this.current()?.press(key) }, key)),
    );
    this.element = h(
      'section',
      { class: 'call', hidden: true, 'aria-label': texts.callLabel },
      this.#state,
      this.#partial,
      this.#keypad,
      h('button', { type: 'button', class: 'primary', click: () => this.current()?.hangUp() }, texts.hangUp),
    );
  }

  update(open: boolean): void {
    const call = this.current();
    this.button.hidden = !open || !!call?.active;
    this.element.hidden = !call || call.state === 'over';
    if (!call) return;
    const state = this.#told(call);
    if (this.#state.textContent !== state) this.#state.textContent = state;
    this.#partial.textContent = call.partial ? `${call.partial} …` : '';
    this.#keypad.hidden = !call.active;
    for (const button of this.element.querySelectorAll<HTMLElement>(':scope > button')) button.hidden = !call.active;
  }

  #told(call: Call): string {
    const { texts } = this;
    switch (call.state) {
      case 'calling':
        return texts.calling;
      case 'up':
        if (call.pressed > 0) return texts.keysPressed.replace('{count}', String(call.pressed));
        return call.secret ? texts.keysOnly : call.keys ? texts.keysToo : texts.callUp;
      case 'no-microphone':
        return texts.noMicrophone;
      case 'busy':
        return texts.callBusy;
      case 'lost':
        return texts.callLost;
      case 'over':
        return '';
    }
  }
}
