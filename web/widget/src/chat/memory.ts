import type { Order, Ticket, Utterance } from '../gateway/contract';

/** What outlives a reload of the page: the way back into the conversation, and what it cannot give back. */
export interface Remembered {
  readonly ticket: Ticket;
  readonly unanswered: readonly Utterance[];
  readonly order: Order | null;
}

/** Remembers one conversation for as long as the browser's tab lives; a second tab is a second conversation. */
export class Memory {
  readonly #key: string;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
    gateway: URL,
    campaign: string,
  ) {
    this.#key = `sales-chat ${gateway.href} ${campaign}`;
  }

  /** Where the tab keeps things, or nothing where the browser forbids it: then a reload begins anew. */
  static tabStorage(): Storage | undefined {
    try {
      return window.sessionStorage;
    } catch {
      return undefined;
    }
  }

  recall(): Remembered | undefined {
    try {
      const kept = this.storage?.getItem(this.#key);
      return kept ? (JSON.parse(kept) as Remembered) : undefined;
    } catch {
      return undefined;
    }
  }

  keep(remembered: Remembered): void {
    try {
      this.storage?.setItem(this.#key, JSON.stringify(remembered));
    } catch {
      // A full storage costs the way back after a reload, never the conversation itself.
    }
  }

  forget(): void {
    this.storage?.removeItem(this.#key);
  }
}
