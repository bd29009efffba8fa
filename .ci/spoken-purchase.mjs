// Buys a trip to space by telephone: baresip calls, flite speaks for the customer, keys give the card; then the order must be there.
// What is not understood is said once more in other words, as customers do.
//   OPERATOR_PASSWORD=… node .ci/spoken-purchase.mjs http://localhost:8080 sip:space-trip@127.0.0.1:5060
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [url, address] = process.argv.slice(2);
const CARD = '4242424242424242';
const TELEPHONE = 8000;
const SILENCE_SECONDS = 90;
const REPLY_SECONDS = 40;
const LINES_AT_MOST = 45;

/**
 * What the customer says in each state, in several wordings; before it, perhaps a question and what answers it. Letters are
 * spelled by the alphabet that telephone operators use.
 */
const CUSTOMER = {
  greeting: { says: ['yes I would love to', 'yes I would like to book a trip', 'I want to book a trip'] },
  'ask-name': { says: ['alpha november november alpha'] },
  'ask-destination': {
    asks: { says: ['can I cancel for free', 'can I get my money back', 'can I pay by card'], answer: /thirty days before launch|credit or debit card/ },
    says: ['the moon please', 'to the moon please'],
  },
  'ask-dates': {
    asks: {
      says: ['how many days would I be away', 'how much luggage may I bring', 'can I change the date later'],
      answer: /the Moon ten|one soft bag|move your launch/,
    },
    says: ['june the twelfth', 'june twelfth', 'the twelfth of june'],
  },
  'ask-travellers': { says: ['there are two of us', 'two people', 'two'] },
  'ask-health': { says: ['yes', 'yes we are', 'yes please'] },
  'ask-cabin': {
    asks: { says: ['what is the difference between the cabins', 'can I pay by card'], answer: /bed with a curtain|credit or debit card/ },
    says: ['a comfort cabin', 'the comfort cabin please'],
  },
  'ask-extras': { says: ['no thank you', 'no'] },
  'ask-contact': { says: ['alpha november november alpha at mike alpha india lima dot com'] },
  'confirm-order': { says: ['yes please', 'yes'] },
};
const TRIES = 6;

const work = mkdtempSync(join(tmpdir(), 'spoken-purchase-'));

/** A file that says a text over the telephone and is silent then, since baresip hangs up where its file ends. */
function recording(text) {
  const spoken = join(work, 'spoken.wav');
  execFileSync('flite', ['-voice', 'slt', '-t', text, '-o', spoken]);
  const bytes = readFileSync(spoken);
  assert.equal(bytes.readUInt32LE(24), 2 * TELEPHONE, 'flite should speak at 16 kHz');
  const wide = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length - (bytes.length % 2)));
  const narrow = halved(wide);
  const samples = new Int16Array(narrow.length + SILENCE_SECONDS * TELEPHONE);
  samples.set(narrow);
  const file = join(work, `${text.replace(/\W+/g, '-')}.wav`);
  writeFileSync(file, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
  return file;
}

/** Every second sample, behind a low-pass of windowed sinc that leaves what a telephone lets through. */
function halved(wide) {
  const reach = 32;
  const taps = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const x = (i - reach) * 0.46;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return 0.46 * sinc * (0.54 + 0.46 * Math.cos((Math.PI * (i - reach)) / reach));
  });
  return Int16Array.from({ length: wide.length >> 1 }, (_, at) => taps.reduce((sum, tap, i) => sum + tap * (wide[2 * at + i - reach] ?? 0), 0));
}

function header(bytes) {
  const wav = Buffer.alloc(44);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(TELEPHONE, 24);
  wav.writeUInt32LE(2 * TELEPHONE, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  return wav;
}

const operator = `Basic ${Buffer.from(`operator:${process.env.OPERATOR_PASSWORD}`).toString('base64')}`;

async function get(path) {
  const response = await fetch(new URL(path, url), { headers: { Authorization: operator }, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  assert.ok(response.ok, `GET ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function until(seconds, what, sought) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(200)) {
    const found = await sought();
    if (found) {
      return found;
    }
  }
  throw new Error(`there was no ${what} within ${seconds} s`);
}

/** baresip with one account and no sound card, told what to do over its control port. */
class Telephone {
  static async start() {
    const [control, sip] = [19_660, 19_664];
    writeFileSync(
      join(work, 'config'),
      [
        `sip_listen 127.0.0.1:${sip}`,
        'net_interface 127.0.0.1',
        `audio_source aufile,${recording(' ')}`,
        'rtp_ports 19800-19899',
        `snd_path ${work}`,
        `ctrl_tcp_listen 127.0.0.1:${control}`,
        'module_path /usr/lib/baresip/modules',
        ...['g711', 'aufile', 'sndfile'].map((module) => `module ${module}.so`),
        ...['uuid', 'account'].map((module) => `module_tmp ${module}.so`),
        ...['menu', 'ctrl_tcp'].map((module) => `module_app ${module}.so`),
        '',
      ].join('\n'),
    );
    writeFileSync(join(work, 'accounts'), '<sip:test@127.0.0.1>;regint=0;dtmfmode=rtpevent;audio_codecs=PCMU/8000/1\n');
    const log = openSync(join(work, 'baresip.log'), 'w');
    const process = spawn('baresip', ['-f', work, '-v'], { stdio: ['ignore', log, log] });
    closeSync(log);
    const telephone = new Telephone(process);
    telephone.socket = await until(15, 'control port of baresip', () => connected(control));
    let answers = '';
    telephone.socket.on('data', (data) => (answers += data));
    // It takes commands before it has read its account, and forgets those.
    await until(15, 'account in baresip', () => telephone.tell('reginfo') && answers.includes('test@127.0.0.1'));
    return telephone;
  }

  constructor(process) {
    this.process = process;
  }

  tell(command, params = '') {
    const json = JSON.stringify({ command, params, token: 't' });
    this.socket.write(`${json.length}:${json},`);
    return true;
  }

  say(text) {
    this.tell('ausrc', `aufile,${recording(text)}`);
  }

  async press(keys) {
    for (const key of keys) {
      this.tell('sndcode', key);
      await sleep(250);
    }
  }

  close() {
    this.socket?.destroy();
    this.process.kill('SIGKILL');
  }
}

function connected(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** A call as the platform tells of it: who spoke last, and where the conversation is. */
class Call {
  handled = 0;

  constructor(id) {
    this.id = id;
  }

  /** What was said to us last, when it is over; undefined when the call has ended. */
  async turnOfOurs() {
    const call = await until(REPLY_SECONDS, 'reply that was spoken to its end', async () => {
      const now = await get(`/api/calls/${this.id}`);
      const over = now.moments.at(-1)?.what === 'spoken' && now.moments.length > this.handled;
      return now.ended || over ? now : undefined;
    });
    this.conversation = call.conversation;
    call.moments.slice(this.handled).forEach(tell);
    this.handled = call.moments.length;
    return call.ended ? undefined : call.moments.findLast((moment) => moment.what === 'reply').text;
  }

  async state() {
    return (await get(`/api/operator/conversations/${this.conversation}`)).state;
  }
}

function tell({ what, text, numbers }) {
  if (['final', 'reply', 'first-audio', 'keys', 'no-input'].includes(what)) {
    console.log(`  ${what.padEnd(11)} ${text ?? ''} ${JSON.stringify(numbers ?? {})}`);
  }
}

/** Talks until the call is over; what was asked for in vain is asked for in the next wording. */
async function converse(telephone, call) {
  const said = new Map();
  const answered = new Set();
  let asking;
  for (let line = 0; line < LINES_AT_MOST; line++) {
    const reply = await call.turnOfOurs();
    if (reply === undefined) {
      return answered;
    }
    const state = await call.state();
    if (asking && CUSTOMER[asking].asks.answer.test(reply)) {
      answered.add(asking);
    }
    asking = undefined;
    if (state === 'payment') {
      await telephone.press(`${CARD}#`);
      continue;
    }
    const { asks, says } = CUSTOMER[state] ?? assert.fail(`the customer should not be in the state ${state}`);
    asking = asks && !answered.has(state) ? state : undefined;
    const wordings = asking ? asks.says : says;
    const times = said.get(wordings) ?? 0;
    said.set(wordings, times + 1);
    assert.ok(times < TRIES, `"${wordings[0]}" was not understood in the state ${state}`);
    telephone.say(wordings[times % wordings.length]);
    console.log(`  customer    ${wordings[times % wordings.length]}`);
  }
  throw new Error(`the call was not over after ${LINES_AT_MOST} lines`);
}

let telephone;
try {
  telephone = await Telephone.start();
  telephone.tell('dial', address);
  const { id } = await until(60, 'call', async () => (await get('/api/calls')).find((call) => call.kind === 'sip' && !call.ended));
  const call = new Call(id);
  const answered = await converse(telephone, call);

  assert.equal(answered.size, 3, `of the three questions only those in ${[...answered]} were answered`);
  const order = (await get('/api/orders')).find(({ conversationId }) => conversationId === call.conversation);
  assert.ok(order, 'there should be an order');
  assert.equal(order.total, 52_800, `the order should be for two to the Moon in comfort cabins: ${JSON.stringify(order)}`);
  assert.doesNotMatch(JSON.stringify([order, await get(`/api/calls/${id}`)]), /4242 ?4242 ?4242/, 'nothing should hold the card number');
  console.log(`  order ${order.id}: ${order.total} ${order.currency}, by telephone`);
} catch (problem) {
  console.error(readFileSync(join(work, 'baresip.log'), 'latin1').split('\n').slice(-30).join('\n'));
  throw problem;
} finally {
  telephone?.close();
  rmSync(work, { recursive: true, force: true });
}
