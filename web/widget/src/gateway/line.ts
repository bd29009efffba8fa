import type { Conversation, HandOff, News, Reply, ServerFrame, Ticket, Utterance } from './contract';
import type { Gateway } from './gateway';
import { Problem } from './problem';

/** Whether utterances get through at the moment. */
export type LineState = 'connecting' | 'up' | 'lost';

/** What a {@link Line} tells whoever talks over it. */
export interface LineListener {
  lineChanged(state: LineState): void;
  /** The conversation as the gateway knows it, after each time the line came up. */
  conversationRead(conversation: Conversation): void;
  replied(reply: Reply): void;
  /** Something was said that answers nothing. */
  heard(news: News): void;
  /** The utterance was not taken; it is no longer kept by the line. */
  refused(turnId: string, problem: Problem): void;
  /** The conversation is gone for good; the line is closed. */
  expired(): void;
}

/**
 * How patient a line is; every duration in milliseconds.
 *
 * @property connect how long a WebSocket may take until the gateway says it is ready
 * @property reply how long a reply may take before the line is taken to be dead
 * @property again pauses before the first, second, … attempt to reconnect; the last one repeats
 * @property listen how often a line that works over HTTP asks what a person has written meanwhile
 * @property upgrade how often a line that works over HTTP tries the WebSocket again
 */
export interface Pace {
  readonly connect: number;
  readonly reply: number;
  readonly again: readonly number[];
  readonly listen: number;
  readonly upgrade: number;
}

export const PACE: Pace = { connect: 5_000, reply: 15_000, again: [250, 1_000, 2_000, 4_000, 8_000], listen: 3_000, upgrade: 30_000 };

/** How often an utterance goes out on lines that turn out to be dead before it is given back. */
const MOST_ATTEMPTS = 3;

interface Outgoing extends Utterance {
  attempts: number;
}

/**
 * Carries one conversation to the gateway and back: over a WebSocket where one can be had, over plain HTTP where not.
 * It reconnects by itself and keeps utterances until they are answered, sending them again under the same turn id,
 * which the gateway answers only once.
 */
export class Line {
  #outbox: Outgoing[] = [];
  #state: LineState = 'connecting';
  #socket: WebSocket | undefined;
  #socketReady = false;
  #overHttp = false;
  #posting = false;
  #attempt = 0;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #replyTimer: ReturnType<typeof setTimeout> | undefined;
  #listenTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly ticket: Ticket,
    private readonly listener: LineListener,
    private readonly pace: Pace = PACE,
  ) {}

  /** Connects, and sends what an earlier line of this conversation left unanswered. */
  open(unanswered: readonly Utterance[] = []): void {
    this.#outbox = unanswered.map((utterance) => ({ ...utterance, attempts: 0 }));
    this.#connect();
  }

  send(utterance: Utterance): void {
    const outgoing = { ...utterance, attempts: 0 };
    this.#outbox.push(outgoing);
    if (this.#socketReady) this.#write(outgoing);
    else if (this.#overHttp) void this.#post();
  }

  /** Does not wait for the next attempt: the network is said to be back, or somebody looks at the page again. */
  hurry(): void {
    if (this.#state === 'lost' && !this.#socket) this.#connect();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#replyTimer);
    clearTimeout(this.#listenTimer);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#socketReady = false;
    this.#overHttp = false;
    socket?.close();
  }

  #connect(): void {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.gateway.socketAddress(this.ticket));
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#socketLost(socket), this.pace.connect);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'authenticate', token: this.ticket.token }));
    socket.onmessage = (event) => {
      if (socket === this.#socket) this.#received(JSON.parse(String(event.data)) as ServerFrame);
    };
    socket.onclose = () => this.#socketLost(socket);
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case 'ready':
        clearTimeout(this.#timer);
        this.#attempt = 0;
        this.#socketReady = true;
        this.#overHttp = false;
        this.#cameUp(frame.conversation);
        for (const outgoing of this.#outbox) this.#write(outgoing);
        break;
      case 'reply':
        this.#answered(frame);
        break;
      case 'said':
        this.listener.heard(frame);
        break;
      case 'problem': {
        const problem = new Problem(frame.status, frame.title, frame.detail ?? '', frame.retriable);
        if (problem.expired) this.#expire();
        else if (frame.turnId) this.#refuse(frame.turnId, problem);
        else this.#socket?.close();
        break;
      }
    }
  }

  #write(outgoing: Outgoing): void {
    outgoing.attempts++;
    this.#socket?.send(JSON.stringify({ type: 'turn', turnId: outgoing.turnId, text: outgoing.text }));
    this.#awaitReply();
  }

  /** A socket can be dead without closing, so silence after an utterance counts as a lost line. */
  #awaitReply(): void {
    clearTimeout(this.#replyTimer);
    const socket = this.#socket;
    if (socket && this.#outbox.length > 0) {
      this.#replyTimer = setTimeout(() => this.#socketLost(socket), this.pace.reply);
    }
  }

  #socketLost(socket: WebSocket): void {
    if (this.#closed || socket !== this.#socket) return;
    this.#socket = undefined;
    this.#socketReady = false;
    clearTimeout(this.#timer);
    clearTimeout(this.#replyTimer);
    socket.close();
    if (this.#state === 'up' && !this.#overHttp) this.#change('lost');
    this.#giveBackHopeless();
    if (!this.#overHttp) void this.#fallBack();
    else this.#connectLater(this.pace.upgrade);
  }

  /** The WebSocket does not work: the conversation may still go on over HTTP. */
  async #fallBack(): Promise<void> {
    try {
      const conversation = await this.gateway.read(this.ticket);
      if (this.#closed) return;
      this.#attempt = 0;
      this.#overHttp = true;
      this.#cameUp(conversation);
      this.#connectLater(this.pace.upgrade);
      await this.#post();
    } catch (problem) {
      this.#failed(problem as Problem);
    }
  }

  /** Sends what is unanswered over HTTP, one after the other. */
  async #post(): Promise<void> {
    if (this.#posting) return;
    this.#posting = true;
    try {
      for (let next = this.#outbox[0]; next && this.#overHttp; next = this.#outbox[0]) {
        next.attempts++;
        try {
          this.#answered(await this.gateway.say(this.ticket, next));
        } catch (cause) {
          const problem = cause as Problem;
          if (problem.reached && !problem.expired) this.#refuse(next.turnId, problem);
          else return this.#failed(problem);
        }
      }
    } finally {
      this.#posting = false;
    }
  }

  #failed(problem: Problem): void {
    if (this.#closed) return;
    if (problem.expired) {
      this.#expire();
      return;
    }
    this.#overHttp = false;
    this.#giveBackHopeless();
    this.#change('lost');
    if (!this.#socket) {
      this.#connectLater(this.pace.again[Math.min(this.#attempt++, this.pace.again.length - 1)] ?? 0);
    }
  }

  #connectLater(pause: number): void {
    clearTimeout(this.#timer);
    // Spread out, so that a restarted gateway does not meet all its customers in the same instant.
    this.#timer = setTimeout(() => this.#connect(), pause * (0.8 + 0.4 * Math.random()));
  }

  #cameUp(conversation: Conversation): void {
    const answered = new Set(conversation.turns.map((turn) => turn.turnId));
    this.#outbox = this.#outbox.filter((outgoing) => !answered.has(outgoing.turnId));
    this.listener.conversationRead(conversation);
    this.#change('up');
    this.#listen(conversation.handOff);
  }

  /** Over HTTP nobody tells us what a person writes, so as long as there is one we ask. */
  #listen(handOff: HandOff | null | undefined): void {
    clearTimeout(this.#listenTimer);
    if (handOff && this.#overHttp && !this.#closed) {
      this.#listenTimer = setTimeout(() => void this.#ask(handOff), this.pace.listen);
    }
  }

  async #ask(handOff: HandOff): Promise<void> {
    try {
      const conversation = await this.gateway.read(this.ticket);
      if (this.#closed || !this.#overHttp) return;
      this.listener.conversationRead(conversation);
      this.#listen(conversation.handOff);
    } catch {
      // Whatever is wrong shows with the next words that are sent.
      this.#listen(handOff);
    }
  }

  #answered(reply: Reply): void {
    if (this.#closed || !this.#remove(reply.turnId)) return;
    this.#awaitReply();
    this.listener.replied(reply);
    this.#listen(reply.handOff);
  }

  #refuse(turnId: string, problem: Problem): void {
    if (this.#closed || !this.#remove(turnId)) return;
    this.#awaitReply();
    this.listener.refused(turnId, problem);
  }

  #giveBackHopeless(): void {
    for (const { turnId, attempts } of [...this.#outbox]) {
      if (attempts >= MOST_ATTEMPTS) this.#refuse(turnId, Problem.unreachable('no reply'));
    }
  }

  #remove(turnId: string): boolean {
    const before = this.#outbox.length;
    this.#outbox = this.#outbox.filter((outgoing) => outgoing.turnId !== turnId);
    return this.#outbox.length < before;
  }

  #expire(): void {
    this.close();
    this.listener.expired();
  }

  #change(state: LineState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.listener.lineChanged(state);
  }
}
