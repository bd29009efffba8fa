/** What the gateway's public API sends and takes; the words are those of its OpenAPI document. */

/** Something that is sold here. Not ready while its models are still training. */
export interface Offer {
  readonly campaign: string;
  readonly title: string;
  readonly locale: string;
  readonly ready: boolean;
}

/** How a conversation ended. */
export type Outcome = 'sale' | 'lost' | 'ended';

/** A completed order; the total is formatted text with its currency. */
export interface Order {
  readonly id: string;
  readonly total: string;
}

/** The person in a conversation: waited for, or talking. */
export interface HandOff {
  readonly state: 'waiting' | 'taken';
  readonly agent: string | null;
}

/** The answer to one turn; without words while a person answers instead. */
export interface Reply {
  readonly turnId: string;
  readonly reply: string;
  readonly state: string;
  readonly choices: readonly string[];
  readonly outcome: Outcome | null;
  readonly order: Order | null;
  readonly handOff?: HandOff | null;
}

/** One utterance and our reply. The customer said nothing before the greeting and before what a person wrote. */
export interface Turn {
  readonly turnId: string;
  readonly said: string | null;
  readonly reply: string;
  readonly at: string;
  /** The person who wrote it; null where it is ours. */
  readonly by?: string | null;
}

/** A conversation so far. Its turns carry the customer's words masked. */
export interface Conversation {
  readonly id: string;
  readonly campaign: string;
  readonly title: string;
  readonly locale: string;
  readonly state: string;
  readonly outcome: Outcome | null;
  readonly choices: readonly string[];
  readonly turns: readonly Turn[];
  readonly handOff?: HandOff | null;
}

/** A conversation just begun, with the token that opens it again. */
export interface OpenedConversation extends Omit<Conversation, 'turns'> {
  readonly token: string;
  readonly reply: string;
}

/** What the customer says, under the id that makes saying it twice harmless. */
export interface Utterance {
  readonly turnId: string;
  readonly text: string;
}

/** Which conversation, and the right to take part in it. */
export interface Ticket {
  readonly id: string;
  readonly token: string;
}

/** Something was said although the customer did not say anything: by a person, or of one. */
export interface News {
  readonly turn: Turn;
  readonly choices: readonly string[];
  readonly outcome: Outcome | null;
  readonly handOff: HandOff | null;
}

/** What the gateway sends over the WebSocket. */
export type ServerFrame =
  | { readonly type: 'ready'; readonly conversation: Conversation }
  | ({ readonly type: 'reply' } & Reply)
  | ({ readonly type: 'said' } & News)
  | {
      readonly type: 'problem';
      readonly turnId: string | null;
      readonly status: number;
      readonly title: string;
      readonly detail?: string;
      readonly retriable: boolean;
    };

/** The longest utterance the gateway takes, in characters. */
export const LONGEST_UTTERANCE = 2000;
