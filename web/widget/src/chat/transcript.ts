import type { Conversation, Order, Reply, Turn, Utterance } from '../gateway/contract';
import type { Problem } from '../gateway/problem';

/** Whether what the customer said has arrived. */
export type Delivery =
  | { readonly is: 'sending' }
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly problem: Problem };

/** One thing shown in the log; the key stays the same while the entry changes. */
export type Entry =
  | { readonly kind: 'consent'; readonly key: string }
  | { readonly kind: 'afresh'; readonly key: string }
  | { readonly kind: 'said'; readonly key: string; readonly turnId: string; readonly text: string; readonly at: Date; readonly delivery: Delivery }
  | { readonly kind: 'reply'; readonly key: string; readonly turnId: string; readonly text: string; readonly at: Date; readonly choices: readonly string[]; readonly by: string | null }
  | { readonly kind: 'person'; readonly key: string; readonly text: string; readonly at: Date }
  | { readonly kind: 'order'; readonly key: string; readonly order: Order };

/** A conversation as the customer sees it. Immutable: every change gives a new one. */
export class Transcript {
  private constructor(readonly entries: readonly Entry[]) {}

  static readonly EMPTY = new Transcript([]);

  with(entry: Entry): Transcript {
    return new Transcript([...this.entries, entry]);
  }

  said({ turnId, text }: Utterance, at: Date): Transcript {
    return this.with({ kind: 'said', key: `said ${turnId}`, turnId, text, at, delivery: { is: 'sending' } });
  }

  /** What was spoken, as it was understood; what was typed is there already. */
  heard(utterance: Utterance, at: Date): Transcript {
    const { turnId, text } = utterance;
    return this.#has('said', turnId)
      ? this
      : this.with({ kind: 'said', key: `said ${turnId}`, turnId, text, at, delivery: { is: 'sent' } });
  }

  delivery(turnId: string, delivery: Delivery): Transcript {
    return new Transcript(
      this.entries.map((entry) => (entry.kind === 'said' && entry.turnId === turnId ? { ...entry, delivery } : entry)),
    );
  }

  /** A reply without words only says that the utterance has arrived: a person will answer it. */
  replied(answer: Pick<Reply, 'turnId' | 'reply' | 'choices'> & Pick<Turn, 'by'>, at: Date): Transcript {
    const { turnId, reply, choices } = answer;
    if (this.#has('reply', turnId)) return this;
    if (!reply) return this.delivery(turnId, { is: 'sent' });
    const entry: Entry = { kind: 'reply', key: `reply ${turnId}`, turnId, text: reply, at, choices, by: answer.by ?? null };
    return this.delivery(turnId, { is: 'sent' }).#after(turnId, [entry]);
  }

  ordered(order: Order): Transcript {
    return this.entries.some((entry) => entry.kind === 'order')
      ? this
      : this.with({ kind: 'order', key: 'order', order });
  }

  /**
   * Takes over what the gateway knows and we do not: everything after a reload, the missed replies after a
   * reconnection. What the customer typed stays as typed, although the gateway has it masked.
   */
  read(conversation: Conversation): Transcript {
    let merged: Transcript = this;
    conversation.turns.forEach((turn, index) => {
      const at = new Date(turn.at);
      const last = index === conversation.turns.length - 1;
      if (turn.said !== null && !merged.#has('said', turn.turnId)) {
        const { turnId, said } = turn;
        merged = merged.#beforeUnanswered({
          kind: 'said', key: `said ${turnId}`, turnId, text: said, at, delivery: { is: 'sent' },
        });
      }
      merged = merged.replied({ ...turn, choices: last ? conversation.choices : [] }, at);
    });
    return merged;
  }

  /** What is on its way, in order. */
  get sending(): readonly Utterance[] {
    return this.#said((delivery) => delivery.is === 'sending');
  }

  /** What did not get through and waits for the customer to send it again. */
  get failed(): readonly Utterance[] {
    return this.#said((delivery) => delivery.is === 'failed');
  }

  /** What has not arrived, in order: on its way or failed. */
  get undelivered(): readonly Utterance[] {
    return this.#said((delivery) => delivery.is !== 'sent');
  }

  #said(wanted: (delivery: Delivery) => boolean): readonly Utterance[] {
    return this.entries.flatMap((entry) =>
      entry.kind === 'said' && wanted(entry.delivery) ? [{ turnId: entry.turnId, text: entry.text }] : [],
    );
  }

  #has(kind: 'said' | 'reply', turnId: string): boolean {
    return this.entries.some((entry) => entry.kind === kind && entry.turnId === turnId);
  }

  /** Puts a reply below what it answers, even if the customer has gone on writing since. */
  #after(turnId: string, added: readonly Entry[]): Transcript {
    const index = this.entries.findIndex((entry) => entry.kind === 'said' && entry.turnId === turnId);
    const at = index < 0 ? this.#firstUnanswered() : index + 1;
    return new Transcript(this.entries.toSpliced(at, 0, ...added));
  }

  #beforeUnanswered(added: Entry): Transcript {
    return new Transcript(this.entries.toSpliced(this.#firstUnanswered(), 0, added));
  }

  #firstUnanswered(): number {
    const index = this.entries.findIndex((entry) => entry.kind === 'said' && entry.delivery.is !== 'sent');
    return index < 0 ? this.entries.length : index;
  }
}
