// Says a conversation test's customer lines to a running Parley, over its public API, and looks for the order.
//   OPERATOR_PASSWORD=… node .ci/purchase.mjs http://localhost:8080 training-data/…/conversations/….yaml
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const [url, file] = process.argv.slice(2);
const campaign = /training-data\/([^/]+)\//.exec(file)[1];

/** The two lines a turn has in a conversation test are all we need of its YAML. */
const turns = [...readFileSync(file, 'utf8').matchAll(/- customer: "(.*)"\n\s*bot: \{.*?\bstate: ([\w-]+)/g)].map(([, text, state]) => ({ text, state }));
const questions = readFileSync(file, 'utf8').match(/\bfact: /g) ?? [];
assert.ok(turns.length > 5 && questions.length > 0, `${file} should be a purchase with a question in it`);

async function call(method, path, { body, authorization } = {}) {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { ...(body && { 'Content-Type': 'application/json' }), ...(authorization && { Authorization: authorization }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

const conversation = await call('POST', '/api/conversations', { body: { campaign, channel: 'chat' } });
console.log(`  Parley:   ${conversation.reply}`);
const path = `/api/conversations/${conversation.id}/turns`;
const authorization = `Bearer ${conversation.token}`;

let last;
let request;
for (const [index, { text, state }] of turns.entries()) {
  request = { turnId: `smoke-${index}`, text };
  last = await call('POST', path, { body: request, authorization });
  console.log(`  customer: ${text}\n  Parley:   ${last.reply}`);
  assert.equal(last.state, state, `after "${text}" the conversation should be in the state ${state}`);
}
assert.equal(last.outcome, 'sale');
assert.deepEqual(await call('POST', path, { body: request, authorization }), last, 'the same turn id should give the same reply');

const operator = `Basic ${Buffer.from(`operator:${process.env.OPERATOR_PASSWORD}`).toString('base64')}`;
const orders = await call('GET', '/api/orders', { authorization: operator });
assert.equal(orders.length, 1, 'there should be exactly one order');
assert.equal(orders[0].id, last.order.id);
assert.equal(orders[0].conversationId, conversation.id);
assert.doesNotMatch(JSON.stringify(orders), /4242 ?4242 ?4242/, 'an order should not hold the card number');
console.log(`  order ${orders[0].id}: ${orders[0].total} ${orders[0].currency}`);
