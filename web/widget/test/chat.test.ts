import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startFakeGateway } from '../../e2e/fake-gateway.mjs';
import { Chat } from '../src/chat/chat';
import { Memory } from '../src/chat/memory';
import type { Entry } from '../src/chat/transcript';
import type { Outcome } from '../src/gateway/contract';
import { Gateway } from '../src/gateway/gateway';
import type { Pace } from '../src/gateway/line';
import { Problem } from '../src/gateway/problem';

const QUICK: Pace = { connect: 500, reply: 300, again: [20, 50], listen: 50, upgrade: 100 };

/** Node 20 has no WebSocket of its own; this one would end the process on a refused connection. */
class NodeWebSocket extends WebSocket {
  constructor(address: URL) {
    super(address);
    this.on('error', () => {});
  }
}

let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
let chat: Chat;
let kept: Map<string, string>;
let returned: string[];
let ended: Outcome[];

beforeEach(async () => {
  vi.stubGlobal('WebSocket', NodeWebSocket);
  gateway = await startFakeGateway({ thinking: 10 });
  kept = new Map();
  returned = [];
  ended = [];
  chat = chatAbout('space-trip');
});

afterEach(async () => {
  chat.close();
  await gateway.close();
});

/** A chat as a tab of the browser has it; a second one with the same memory is the tab after a reload. */
function chatAbout(campaign: string): Chat {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const base = new URL(gateway.url);
  return new Chat(
    campaign,
    new Gateway(base),
    new Memory(storage, base, campaign),
    { changed: () => {}, returned: (text) => returned.push(text), ended: (outcome) => ended.push(outcome) },
    QUICK,
  );
}

const kinds = () => chat.transcript.entries.map((entry) => entry.kind);
const replies = () => chat.transcript.entries.flatMap((entry: Entry) => (entry.kind === 'reply' ? [entry.text] : []));
const said = () => chat.transcript.entries.flatMap((entry: Entry) => (entry.kind === 'said' ? [`${entry.text}: ${entry.delivery.is}`] : []));
const until = (assertion: () => void) => vi.waitFor(assertion, { timeout: 4_000, interval: 10 });
const begun = async () => {
  chat.start();
  await until(() => expect(chat.line).toBe('up'));
};

describe('a conversation', () => {
  test('begins with the consent text, then the greeting', async () => {
    await begun();

    expect(kinds()).toEqual(['consent', 'reply']);
    expect(chat.title).toBe('A trip to space');
    expect(chat.locale).toBe('en-US');
  });

  test('leads to an order and is over', async () => {
    await begun();

    for (const [index, words] of ['The Moon', '2', 'Ada', 'Yes, please'].entries()) {
      chat.say(words);
      expect(chat.waiting).toBe(true);
      await until(() => expect(replies()).toHaveLength(index + 2));
    }

    expect(chat.phase).toEqual({ is: 'over', outcome: 'sale' });
    expect(chat.transcript.entries.at(-1)).toMatchObject({ kind: 'order', order: { total: '$ 250,000.00' } });
    expect(ended).toEqual(['sale']);
    chat.say('and one more');
    expect(said()).toHaveLength(4);
  });

  test('shows two utterances said at once each with its own reply below', async () => {
    await begun();

    chat.say('The Moon');
    chat.say('Is it safe?');
    await until(() => expect(replies()).toHaveLength(3));

    expect(kinds()).toEqual(['consent', 'reply', 'said', 'reply', 'said', 'reply']);
  });

  test('of a campaign that is still learning begins by itself when it is ready', async () => {
    chat = chatAbout('plane-ticket');
    chat.start();
    await until(() => expect(chat.phase).toMatchObject({ is: 'refused', problem: { status: 503, retriable: true } }));

    gateway.learned('plane-ticket');

    await until(() => expect(replies()).toEqual(['Hello! Where to?']));
  });

  test('of an unknown campaign is refused once and for all', async () => {
    chat = chatAbout('no-such-campaign');
    chat.start();

    await until(() => expect(chat.phase).toMatchObject({ is: 'refused', problem: { status: 404, retriable: false } }));
  });
});

describe('when the gateway goes away', () => {
  test('what is said meanwhile arrives once it is back, and counts once', async () => {
    await begun();
    gateway.goDown();
    await until(() => expect(chat.line).toBe('lost'));

    chat.say('The Moon');
    expect(said()).toEqual(['The Moon: sending']);
    gateway.goDown(false);

    await until(() => expect(said()).toEqual(['The Moon: sent']));
    expect(gateway.turns).toHaveLength(1);
  });

  test('an utterance whose reply was lost on the way is not played twice', async () => {
    await begun();
    gateway.beSilent();
    chat.say('The Moon');
    await until(() => expect(gateway.turns).toHaveLength(1));
    gateway.beSilent(false);

    await until(() => expect(replies()).toHaveLength(2));

    expect(gateway.turns).toHaveLength(1);
  });

  test('a conversation goes on over HTTP where WebSockets do not pass, and returns to them when they do', async () => {
    gateway.allowWebSockets(false);
    await begun();
    chat.say('The Moon');
    await until(() => expect(replies()).toHaveLength(2));

    gateway.allowWebSockets(true);
    await until(() => expect(gateway.connections()).toBe(1));
    chat.say('2');

    await until(() => expect(replies()).toHaveLength(3));
  });

  test('an utterance that no line carries is given back, and can be sent again as the same turn', async () => {
    await begun();
    gateway.beDeaf();
    gateway.allowHttp(false);
    chat.say('The Moon');
    await until(() => expect(said()).toEqual(['The Moon: failed']));

    gateway.beDeaf(false);
    const [failed] = chat.transcript.undelivered;
    chat.retry(failed?.turnId ?? '');

    await until(() => expect(said()).toEqual(['The Moon: sent']));
    expect(gateway.turns).toEqual([failed]);
  });

  test('an utterance that is refused for now can be sent again', async () => {
    await begun();
    gateway.beBusy();
    chat.say('The Moon');
    await until(() => expect(said()).toEqual(['The Moon: failed']));

    gateway.beBusy(false);
    chat.retry(chat.transcript.undelivered[0]?.turnId ?? '');

    await until(() => expect(replies()).toHaveLength(2));
  });
});

describe('after a reload', () => {
  test('the conversation goes on where it was', async () => {
    await begun();
    chat.say('My number is +1 202 555 0147');
    await until(() => expect(replies()).toHaveLength(2));
    chat.close();

    chat = chatAbout('space-trip');
    await begun();

    expect(kinds()).toEqual(['consent', 'reply', 'said', 'reply']);
    expect(said()).toEqual(['My number is <phone>: sent']);
    expect(chat.transcript.entries.at(-1)).toMatchObject({ choices: ['1', '2', '3', '4'] });
  });

  test('what had not arrived is sent', async () => {
    await begun();
    gateway.goDown();
    chat.say('The Moon');
    chat.close();

    chat = chatAbout('space-trip');
    chat.start();
    gateway.goDown(false);

    await until(() => expect(replies()).toHaveLength(2));
    expect(kinds()).toEqual(['consent', 'reply', 'said', 'reply']);
    expect(gateway.turns).toMatchObject([{ text: 'The Moon' }]);
  });

  test('a completed order is still shown, below everything', async () => {
    await begun();
    for (const [index, words] of ['Mars', '1', 'Ada', 'Yes, please'].entries()) {
      chat.say(words);
      await until(() => expect(replies()).toHaveLength(index + 2));
    }
    chat.close();

    chat = chatAbout('space-trip');
    await begun();

    expect(kinds().at(-1)).toBe('order');
    expect(chat.phase).toEqual({ is: 'over', outcome: 'sale' });
  });
});

test('an expired conversation begins anew, says so, and gives the unsaid words back', async () => {
  await begun();
  gateway.forget();

  chat.say('The Moon');

  await until(() => expect(kinds()).toEqual(['afresh', 'consent', 'reply']));
  expect(returned).toEqual(['The Moon']);
  await until(() => expect(chat.line).toBe('up'));
});

describe('the way to a person', () => {
  test('is confirmed in the log', async () => {
    await begun();

    await chat.callBack('+1 202 555 0147', 'Ada');

    expect(gateway.callBacks).toEqual([{ phone: '+1 202 555 0147', name: 'Ada' }]);
    expect(chat.transcript.entries.at(-1)).toMatchObject({ kind: 'person', text: 'Thank you. A colleague will ring you within the hour.' });
  });

  test('tells what is wrong with a number', async () => {
    await begun();

    const refused = await chat.callBack('soon', '').catch((problem: unknown) => problem);

    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status: 422, retriable: false, detail: expect.stringContaining('not a telephone number') });
  });

  test('does not need the conversation to have begun', async () => {
    await chat.callBack('+1 202 555 0147', '');

    expect(gateway.callBacks).toEqual([{ phone: '+1 202 555 0147' }]);
  });
});
