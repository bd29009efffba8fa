import { Call, type CallListener } from '../call/call';
import type { Conversation, HandOff, News, Order, Outcome, Reply, Ticket, Utterance } from '../gateway/contract';
import type { Gateway } from '../gateway/gateway';
import { Line, type LineListener, type LineState, type Pace, PACE } from '../gateway/line';
import { Problem } from '../gateway/problem';
import type { Memory } from './memory';
import { Transcript } from './transcript';

/** Where a chat stands: nothing done yet, asking for a conversation, refused one, talking, or over. */
export type Phase =
  | { readonly is: 'idle' }
  | { readonly is: 'starting' }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'talking' }
  | { readonly is: 'over'; readonly outcome: Outcome };

/** What happens in a chat, for whoever shows it. */
export interface ChatListener {
  /** Something that is shown has changed. */
  changed(): void;
  /** The conversation expired before these words arrived; the customer may want them back. */
  returned(text: string): void;
  ended(outcome: Outcome): void;
}

/** One customer's chat about one campaign, from hello to end: everything about it but its looks. */
export class Chat implements LineListener, CallListener {
  phase: Phase = { is: 'idle' };
  line: LineState = 'connecting';
  transcript = Transcript.EMPTY;
  title = '';
  locale = '';
  /** The person that is waited for or talks. */
  handOff: HandOff | null = null;

  /** The call that goes on beside the chat, or how the last one ended. */
  call: Call | undefined;

  #ticket: Ticket | undefined;
  #wire: Line | undefined;
  #starting: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #people = 0;
  #typedInCall: Utterance[] = [];
  #order: Order | null = null;
  /** The conversation is new and has not been seen over its line yet. */
  #unproven = false;

  constructor(
    private readonly campaign: string,
    private readonly gateway: Gateway,
    private readonly memory: Memory,
    private readonly listener: ChatListener,
    private readonly pace: Pace = PACE,
  ) {}

  /** Whether a reply is being waited for and can come. */
  get waiting(): boolean {
    return this.line !== 'lost' && (this.phase.is === 'starting' || this.transcript.sending.length > 0);
  }

  /** Whether there is a conversation to say something in, connected or not. */
  get open(): boolean {
    return this.#ticket !== undefined && this.phase.is !== 'over';
  }

  /** Resumes the conversation this tab remembers, or begins one. Doing so twice changes nothing. */
  start(): void {
    if (this.phase.is !== 'idle') return;
    const remembered = this.memory.recall();
    if (!remembered) {
      void this.#begin();
      return;
    }
    this.phase = { is: 'starting' };
    this.transcript = this.#blank();
    this.#order = remembered.order;
    for (const utterance of remembered.unanswered) this.transcript = this.transcript.said(utterance, new Date());
    this.#ticket = remembered.ticket;
    this.#talk();
    this.listener.changed();
  }

  say(text: string): void {
    if (!this.open) return;
    const utterance = { turnId: newTurnId(), text };
    this.transcript = this.transcript.said(utterance, new Date());
    this.#keep();
    if (this.call?.type(utterance)) this.#typedInCall.push(utterance);
    else this.#wire?.send(utterance);
    this.listener.changed();
  }

  /** Goes on by voice; what is typed meanwhile is answered in both. */
  ringUp(): void {
    if (!this.#ticket || !this.open || this.call?.active) return;
    this.call = new Call(this.gateway, this.#ticket, this);
    void this.call.begin();
    this.listener.changed();
  }

  callChanged(): void {
    if (!this.call?.active) {
      // What was typed and not answered before the call ended; under the same id it counts once.
      const unanswered = new Set(this.transcript.sending.map(({ turnId }) => turnId));
      for (const utterance of this.#typedInCall.splice(0)) {
        if (unanswered.has(utterance.turnId)) this.#wire?.send(utterance);
      }
    }
    this.listener.changed();
  }

  said(utterance: Utterance): void {
    this.transcript = this.transcript.heard(utterance, new Date());
  }

  answered(turnId: string, text: string, choices: readonly string[], outcome: Outcome | null): void {
    this.transcript = this.transcript.replied({ turnId, reply: text, choices }, new Date());
    this.#conclude(outcome);
    this.#keep();
  }

  /** Sends once more what failed, under the id it had: if it did arrive after all, it counts once. */
  retry(turnId: string): void {
    const utterance = this.transcript.failed.find((failed) => failed.turnId === turnId);
    if (!utterance) return;
    this.transcript = this.transcript.delivery(turnId, { is: 'sending' });
    this.#keep();
    this.#wire?.send(utterance);
    this.#wire?.hurry();
    this.listener.changed();
  }

  /** Asks for a person to ring. Fails with a {@link Problem} that is worth showing beside the form. */
  async callBack(phone: string, name: string): Promise<void> {
    if (!this.#ticket) await this.#begin();
    if (!this.#ticket) throw this.phase.is === 'refused' ? this.phase.problem : new Error('no conversation');
    const text = await this.gateway.callBack(this.#ticket, phone, name);
    this.transcript = this.transcript.with({ kind: 'person', key: `person ${this.#people++}`, text, at: new Date() });
    this.listener.changed();
  }

  /** Leaves the conversation behind and begins another. */
  startAnew(): void {
    this.#leave();
    this.transcript = Transcript.EMPTY;
    void this.#begin();
  }

  /** The network is back, or somebody is looking again. */
  hurry(): void {
    if (this.phase.is === 'refused') void this.#begin();
    this.#wire?.hurry();
  }

  close(): void {
    this.#closed = true;
    this.call?.hangUp();
    clearTimeout(this.#retry);
    this.#wire?.close();
  }

  lineChanged(state: LineState): void {
    this.line = state;
    this.listener.changed();
  }

  conversationRead(conversation: Conversation): void {
    this.title = conversation.title;
    this.locale = conversation.locale;
    this.handOff = conversation.handOff ?? null;
    this.transcript = this.transcript.read(conversation);
    if (this.#order) this.transcript = this.transcript.ordered(this.#order);
    this.#unproven = false;
    this.phase = { is: 'talking' };
    this.#conclude(conversation.outcome);
    this.#keep();
    this.listener.changed();
  }

  heard({ turn, choices, outcome, handOff }: News): void {
    this.handOff = handOff;
    this.transcript = this.transcript.replied({ ...turn, choices }, new Date(turn.at));
    this.#conclude(outcome);
    this.#keep();
    this.listener.changed();
  }

  replied(reply: Reply): void {
    this.handOff = reply.handOff ?? null;
    this.transcript = this.transcript.replied(reply, new Date());
    if (reply.order) {
      this.#order = reply.order;
      this.transcript = this.transcript.ordered(reply.order);
    }
    this.#conclude(reply.outcome);
    this.#keep();
    this.listener.changed();
  }

  refused(turnId: string, problem: Problem): void {
    this.transcript = this.transcript.delivery(turnId, { is: 'failed', problem });
    this.#keep();
    this.listener.changed();
  }

  expired(): void {
    if (this.#unproven) {
      // A gateway that disowns what it has just opened would do so again: do not open one after the other.
      this.#leave();
      this.phase = { is: 'refused', problem: new Problem(404, '', '', false) };
      this.listener.changed();
      return;
    }
    const unsaid = this.transcript.undelivered.map(({ text }) => text);
    this.#leave();
    this.transcript = Transcript.EMPTY.with({ kind: 'afresh', key: 'afresh' });
    void this.#begin();
    if (unsaid.length > 0) this.listener.returned(unsaid.join('\n'));
  }

  #begin(): Promise<void> {
    clearTimeout(this.#retry);
    return (this.#starting ??= this.#open().finally(() => (this.#starting = undefined)));
  }

  async #open(): Promise<void> {
    this.phase = { is: 'starting' };
    this.listener.changed();
    try {
      const opened = await this.gateway.open(this.campaign);
      if (this.#closed) return;
      this.#ticket = { id: opened.id, token: opened.token };
      this.title = opened.title;
      this.locale = opened.locale;
      this.phase = { is: 'talking' };
      this.transcript = this.#blank().replied({ ...opened, turnId: 'greeting' }, new Date());
      this.#unproven = true;
      this.#conclude(opened.outcome);
      this.#keep();
      this.#talk();
    } catch (cause) {
      if (this.#closed) return;
      const problem = cause as Problem;
      this.phase = { is: 'refused', problem };
      if (problem.retriable) this.#retry = setTimeout(() => void this.#begin(), this.pace.again.at(-1));
    }
    this.listener.changed();
  }

  #blank(): Transcript {
    return this.transcript.with({ kind: 'consent', key: 'consent' });
  }

  #talk(): void {
    const ticket = this.#ticket;
    if (!ticket) return;
    this.line = 'connecting';
    this.#wire = new Line(this.gateway, ticket, this, this.pace);
    this.#wire.open(this.transcript.sending);
  }

  #conclude(outcome: Outcome | null): void {
    if (!outcome || this.phase.is === 'over') return;
    this.phase = { is: 'over', outcome };
    this.listener.ended(outcome);
  }

  #leave(): void {
    this.call?.hangUp();
    this.call = undefined;
    this.#wire?.close();
    this.#wire = undefined;
    this.#ticket = undefined;
    this.#order = null;
    this.handOff = null;
    this.memory.forget();
  }

  #keep(): void {
    if (!this.#ticket) return;
    this.memory.keep({
      ticket: this.#ticket,
      unanswered: this.transcript.undelivered,
      order: this.#order,
    });
  }
}

/** Unique enough for one conversation, also where the page is not served securely and randomUUID is missing. */
function newTurnId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
