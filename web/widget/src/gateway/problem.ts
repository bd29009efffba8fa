/** Why the gateway did not do what was asked (RFC 9457). Status 0 means that it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly retriable: boolean,
  ) {
    super(detail || title);
  }

  /** Whether the conversation is no longer there, or no longer ours. */
  get expired(): boolean {
    return this.status === 401 || this.status === 404 || this.status === 410;
  }

  /** Whether the gateway answered at all. */
  get reached(): boolean {
    return this.status !== 0;
  }

  static unreachable(cause: string): Problem {
    return new Problem(0, '', cause, true);
  }

  /** Reads a refused response, whether or not its body is a problem document. */
  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const text = (field: string) => (typeof body[field] === 'string' ? body[field] : '');
    const retriable = body['retriable'];
    return new Problem(
      response.status,
      text('title') || response.statusText,
      text('detail'),
      typeof retriable === 'boolean' ? retriable : response.status === 429 || response.status >= 500,
    );
  }
}
