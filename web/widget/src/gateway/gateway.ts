import type { Conversation, OpenedConversation, Reply, Ticket, Utterance } from './contract';
import { Problem } from './problem';

/** How long a call may take, in milliseconds. */
const PATIENCE = 15_000;

/** Parley's public API over HTTP. Every call either answers or throws a {@link Problem}. */
export class Gateway {
  /** @param base where Parley is, ending in a slash */
  constructor(readonly base: URL) {}

  open(campaign: string): Promise<OpenedConversation> {
    return this.#call('POST', 'api/conversations', undefined, { campaign, channel: 'chat' });
  }

  read(ticket: Ticket): Promise<Conversation> {
    return this.#call('GET', this.#path(ticket), ticket);
  }

  say(ticket: Ticket, utterance: Utterance): Promise<Reply> {
    return this.#call('POST', `${this.#path(ticket)}/turns`, ticket, utterance);
  }

  /** Asks for a person to ring; answers with what to tell the customer. */
  async callBack(ticket: Ticket, phone: string, name: string): Promise<string> {
    const request = name ? { phone, name } : { phone };
    const answer = await this.#call<{ reply: string }>('POST', `${this.#path(ticket)}/call-back`, ticket, request);
    return answer.reply;
  }

  /** Where a conversation goes on over a WebSocket. */
  socketAddress(ticket: Ticket): URL {
    return this.#socket('conversations', ticket);
  }

  /** Where it is spoken. */
  callAddress(ticket: Ticket): URL {
    return this.#socket('calls', ticket);
  }

  #socket(what: string, ticket: Ticket): URL {
    const address = new URL(`ws/${what}/${encodeURIComponent(ticket.id)}`, this.base);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    return address;
  }

  #path(ticket: Ticket): string {
    return `api/conversations/${encodeURIComponent(ticket.id)}`;
  }

  async #call<T>(method: string, path: string, ticket?: Ticket, body?: object): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
    if (ticket) headers['Authorization'] = `Bearer ${ticket.token}`;
    if (body) headers['Content-Type'] = 'application/json';
    let response: Response;
    try {
      response = await fetch(new URL(path, this.base), {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(PATIENCE),
        // A token travels in its header; cookies of the surrounding site are none of our business.
        credentials: 'omit',
      });
    } catch (cause) {
      throw Problem.unreachable(String(cause));
    }
    if (!response.ok) throw await Problem.of(response);
    try {
      return (await response.json()) as T;
    } catch (cause) {
      // Somebody between us and the gateway answered in its place, a hotel's log-in page for example.
      throw Problem.unreachable(String(cause));
    }
  }
}
