// A small gateway for developing and testing the pages: it speaks the public API with a script instead of models,
// keeps everything in memory, and can lose its connections on demand. Run by itself it serves http://localhost:8090.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';

const DIST = fileURLToPath(new URL('../widget/dist', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
// As strict as an operator may want it: the pages must work under it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

const CAMPAIGNS = {
  'space-trip': {
    title: 'A trip to space',
    locale: 'en-US',
    greeting: 'Hello! Three days in orbit, a week on the Moon, or a look at Mars: where would you like to go?',
    steps: [
      { state: 'ask-destination', choices: ['Orbit', 'The Moon', 'Mars'], next: 'Lovely choice. How many of you are travelling?' },
      { state: 'ask-travellers', choices: ['1', '2', '3', '4'], next: 'Noted. Which name shall I put on the booking?' },
      { state: 'ask-name', choices: [], next: 'Thank you. That makes $ 250,000.00 for the Moon with everything included. Shall I place the order?' },
      { state: 'confirm', choices: ['Yes, please', 'Not today'], next: 'Done! Your seats are reserved and the boarding papers are on their way.' },
    ],
    answers: [[/safe/i, 'Very: 214 flights so far, every one of them back on the ground.'], [/./, 'Good question; a colleague knows more about that.']],
    goodbye: 'No hard feelings. The Moon will still be there.',
    callBack: 'Thank you. A colleague will ring you within the hour.',
    total: '$ 250,000.00',
  },
  'coffee-order': {
    title: 'Kaffee für das Büro',
    locale: 'de-DE',
    greeting: 'Guten Tag! Welche Bohnen dürfen es sein?',
    steps: [
      { state: 'ask-beans', choices: ['Mild', 'Kräftig'], next: 'Gern. Wie viele Kilogramm?' },
      { state: 'ask-weight', choices: ['1', '5', '10'], next: 'Das macht 89,00 €. Soll ich bestellen?' },
      { state: 'confirm', choices: ['Ja, bitte', 'Nein'], next: 'Erledigt, der Kaffee ist unterwegs.' },
    ],
    answers: [[/./, 'Gute Frage; das weiß eine Kollegin besser.']],
    goodbye: 'Kein Problem, bis bald.',
    callBack: 'Danke. Eine Kollegin ruft Sie innerhalb einer Stunde an.',
    total: '89,00 €',
  },
  'plane-ticket': { title: 'Plane tickets', locale: 'en-GB', greeting: 'Hello! Where to?', steps: [] },
};

/**
 * Starts the gateway.
 *
 * @param {{port?: number, thinking?: number, learning?: readonly string[]}} [settings] port 0 takes a free one;
 *     thinking is the pause before a reply in milliseconds; learning are the campaigns that are not ready
 */
export async function startFakeGateway({ port = 0, thinking = 60, learning = ['plane-ticket'] } = {}) {
  const conversations = new Map();
  const callBacks = [];
  const turns = [];
  let samples = 0;
  const stillLearning = new Set(learning);
  let down = false;
  let webSockets = true;
  let http = true;
  let silent = false;
  let deaf = false;
  let busy = false;

  const server = createServer((request, response) => {
    if (down) {
      request.socket.destroy();
      return;
    }
    answer(request, response).catch((cause) => {
      if (cause.status) problem(response, cause);
      else problem(response, { status: 500, title: 'Unexpected fault', detail: String(cause), retriable: true });
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const [, what, id] = /^\/ws\/(conversations|calls)\/([^/]+)$/.exec(request.url ?? '') ?? [];
    if (down || !webSockets || !id) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (webSocket) => (what === 'calls' ? call : talk)(webSocket, decodeURIComponent(id)));
  });

  async function answer(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.split('/').filter(Boolean);
    if (path[0] !== 'api') return serve(url.pathname, response);
    const body = request.method === 'POST' ? JSON.parse((await text(request)) || '{}') : {};
    if (url.pathname === '/api/offers') {
      return json(response, 200, Object.entries(CAMPAIGNS).map(([campaign, { title, locale }]) => ({ campaign, title, locale, ready: !stillLearning.has(campaign) })));
    }
    if (path[1] !== 'conversations') throw fault(404, 'Not found', url.pathname);
    if (path.length === 2) return json(response, 201, open(body.campaign));
    if (!http) throw fault(503, 'Busy', 'Please come back later.', true);
    const conversation = enter(path[2], (request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (path[3] === 'turns') return json(response, 200, await play(conversation, body));
    if (path[3] === 'call-back') {
      if (!/\d{5}/.test(String(body.phone).replace(/[^\d]/g, ''))) {
        throw fault(422, 'Telephone number not understood', 'That is not a telephone number we can ring. Please check its digits.');
      }
      callBacks.push(body);
      return json(response, 202, { reply: CAMPAIGNS[conversation.campaign].callBack });
    }
    if (request.method === 'DELETE') {
      conversations.delete(conversation.id);
      return response.writeHead(204).end();
    }
    return json(response, 200, seen(conversation));
  }

  async function serve(path, response) {
    const file = normalize(join(DIST, path === '/' ? 'index.html' : path));
    if (!file.startsWith(DIST)) throw fault(404, 'Not found', path);
    const content = await readFile(file).catch(() => {
      throw fault(404, 'Not found', `${path} is not there; has the widget been built?`);
    });
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY });
    response.end(content);
  }

  function open(campaign) {
    const script = CAMPAIGNS[campaign];
    if (!script) throw fault(404, 'Campaign not found', `There is no campaign ${campaign}.`);
    if (stillLearning.has(campaign)) throw fault(503, 'Still learning', `${script.title} is still learning.`, true);
    const conversation = {
      id: randomUUID(), token: randomUUID(), campaign, step: 0, outcome: null, played: new Map(), inProgress: new Map(),
      turns: [{ turnId: 'greeting', said: null, reply: script.greeting, at: new Date().toISOString() }],
    };
    conversations.set(conversation.id, conversation);
    const { turns: _, ...rest } = seen(conversation);
    return { ...rest, token: conversation.token, reply: script.greeting };
  }

  function enter(id, token) {
    const conversation = conversations.get(id);
    if (!conversation) throw fault(404, 'Conversation not found', 'It has expired, or it never was.');
    if (conversation.token !== token) throw fault(401, 'Not your conversation', 'The token does not open it.');
    return conversation;
  }

  const seen = ({ id, campaign, step, outcome, turns: past }) => ({
    id, campaign, title: CAMPAIGNS[campaign].title, locale: CAMPAIGNS[campaign].locale,
    state: outcome ? 'done' : (CAMPAIGNS[campaign].steps[step]?.state ?? 'done'), outcome,
    choices: outcome ? [] : (CAMPAIGNS[campaign].steps[step]?.choices ?? []), turns: past,
  });

  /** One turn; the same id again is the same turn, even while the first is still being played. */
  async function play(conversation, { turnId, text: said }) {
    const known = conversation.played.get(turnId);
    if (known) return known;
    if (busy) throw fault(503, 'Busy', 'Too many customers at once.', true);
    turns.push({ turnId, text: said });
    const played = pause(thinking).then(() => next(conversation, turnId, String(said)));
    conversation.played.set(turnId, played);
    return played;
  }

  function next(conversation, turnId, said) {
    const script = CAMPAIGNS[conversation.campaign];
    const step = script.steps[conversation.step];
    let reply = script.goodbye;
    let order = null;
    if (said.length > 2000) throw fault(413, 'Too long', 'At most 2,000 characters at a time.');
    if (!step) conversation.outcome ??= 'ended';
    else if (said.endsWith('?')) reply = `${script.answers.find(([asked]) => asked.test(said))[1]}\n${script.steps[conversation.step - 1]?.next ?? script.greeting}`;
    else if (/^(not today|nein)/i.test(said)) conversation.outcome = 'lost';
    else {
      reply = step.next;
      conversation.step++;
      if (conversation.step === script.steps.length) {
        conversation.outcome = 'sale';
        order = { id: `P-${conversation.id.slice(0, 6).toUpperCase()}`, total: script.total };
      }
    }
    conversation.turns.push({ turnId, said: said.replaceAll(/\+?\d[\d ]{6,}/g, '<phone>'), reply, at: new Date().toISOString() });
    const { state, choices, outcome } = seen(conversation);
    return { turnId, reply, state, choices, outcome, order };
  }

  /** A call: whatever is heard for half a second is taken for the first choice; a tone is what we say. */
  function call(webSocket, id) {
    const send = (frame) => webSocket.send(JSON.stringify(frame));
    let conversation;
    let heard = 0;
    let pressed = 0;
    const answer = async (turnId, said) => {
      send({ type: 'final', turnId, text: said });
      const { reply, choices, outcome, state } = await play(conversation, { turnId, text: said });
      send({ type: 'reply', turnId, text: reply, choices, outcome, state });
      webSocket.send(Buffer.alloc(640));
      send({ type: 'expects', kind: 'secret', keys: true });
    };
    webSocket.on('message', async (message, binary) => {
      if (binary) {
        if (!message.some((byte) => byte !== 0)) return;
        heard += message.length;
        samples += message.length / 2;
        if (heard > 16_000 && !pressed) {
          heard = -Infinity;
          send({ type: 'partial', text: 'the' });
          await answer('spoken-1', 'The Moon');
        }
        return;
      }
      const frame = JSON.parse(String(message));
      if (frame.type === 'authenticate') {
        conversation = enter(id, frame.token);
        send({ type: 'taken', call: 'c', conversation: id, recognizer: 'fake', synthesizer: 'fake' });
        send({ type: 'expects', kind: 'choice', keys: false });
      } else if (frame.type === 'turn') await answer(frame.turnId, frame.text);
      else if (frame.type === 'key') send({ type: 'keys', pressed: ++pressed });
      else webSocket.close(1000);
    });
  }

  function talk(webSocket, id) {
    const send = (frame) => {
      if (webSocket.readyState === webSocket.OPEN && !silent) webSocket.send(JSON.stringify(frame));
    };
    const complain = (turnId, cause) => send({ type: 'problem', turnId, status: cause.status ?? 500, title: cause.title ?? 'Unexpected fault', detail: cause.detail ?? '', retriable: cause.retriable ?? false });
    let conversation;
    webSocket.on('message', async (message) => {
      const frame = JSON.parse(String(message));
      try {
        if (frame.type === 'authenticate') {
          conversation = enter(id, frame.token);
          send({ type: 'ready', conversation: seen(conversation) });
        } else if (!deaf) send({ type: 'reply', ...(await play(enter(id, conversation?.token), frame)) });
      } catch (cause) {
        complain(frame.turnId ?? null, cause);
      }
    });
  }

  const drop = () => {
    for (const webSocket of sockets.clients) webSocket.terminate();
  };
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    /** How many samples of sound came that were no silence. */
    get samples() {
      return samples;
    },
    url: `http://127.0.0.1:${server.address().port}/`,
    /** The call-backs asked for. */
    callBacks,
    /** Every turn played, in order; a turn sent twice stands here once. */
    turns,
    /** Lets a campaign finish learning. */
    learned: (campaign) => stillLearning.delete(campaign),
    /** Drops every connection and refuses new ones until told otherwise. */
    goDown(isDown = true) {
      down = isDown;
      if (down) {
        drop();
        server.closeAllConnections();
      }
    },
    /** Drops the WebSockets and nothing else. */
    drop,
    /** Whether WebSockets are let through; some proxies do not. */
    allowWebSockets(allowed) {
      webSockets = allowed;
      if (!allowed) drop();
    },
    /** Whether conversations can be reached without a WebSocket. */
    allowHttp: (allowed) => (http = allowed),
    /** How many WebSockets are open. */
    connections: () => sockets.clients.size,
    /** Says nothing over WebSockets any more, as a line that died on the way here. */
    beSilent: (isSilent = true) => (silent = isSilent),
    /** Hears no turns over WebSockets any more, as a line that died on the way there. */
    beDeaf: (isDeaf = true) => (deaf = isDeaf),
    /** Refuses turns as something to be tried again. */
    beBusy: (isBusy = true) => (busy = isBusy),
    /** Forgets all conversations, as after their time to live. */
    forget: () => conversations.clear(),
    async close() {
      drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const fault = (status, title, detail, retriable = false) => ({ status, title, detail, retriable });

async function text(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function problem(response, { status, title, detail, retriable }) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', status, title, detail, retriable }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const gateway = await startFakeGateway({ port: Number(process.env.PORT ?? 8090), thinking: 700 });
  setTimeout(() => gateway.learned('plane-ticket'), 20_000);
  console.log(`The fake gateway is at ${gateway.url}`);
}
