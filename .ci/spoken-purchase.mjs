// Buys a trip to space by telephone: spoken wording by wording, keys give the card; then the order must be there. What is not
// understood is said once more in other words, as customers do.
//   OPERATOR_PASSWORD=… node .ci/spoken-purchase.mjs http://localhost:8080 sip:space-trip@127.0.0.1:5060
import assert from 'node:assert/strict';
import { Telephone, until } from './telephone.mjs';

const [url, address] = process.argv.slice(2);
const CARD = '4242424242424242';
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

const operator = `Basic ${Buffer.from(`operator:${process.env.OPERATOR_PASSWORD}`).toString('base64')}`;

async function get(path) {
  const response = await fetch(new URL(path, url), { headers: { Authorization: operator }, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  assert.ok(response.ok, `GET ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
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

const telephone = new Telephone();
try {
  await telephone.start();
  telephone.dial(address);
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
  console.error(telephone.log());
  throw problem;
} finally {
  telephone.close();
}
