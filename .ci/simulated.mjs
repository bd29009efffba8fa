// Whether simulated customers were treated well: nobody trapped, no order lost or made twice, and those who know what they want
// buy it. Orders that have what was never said are told, and may be one in a hundred.
//   node .ci/simulated.mjs simulated.json
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { conversations, traps, errors, lostOrders, doubleOrders, unconfirmedSlots, completionRate, personAsked, personReached } = report;
console.log(
  `  ${conversations} simulated customers: traps ${traps}, errors ${errors}, lost orders ${lostOrders}, double orders ${doubleOrders}, ` +
    `never said ${unconfirmedSlots}, a person reached ${personReached} of ${personAsked}, completed ${JSON.stringify(completionRate)}`,
);
assert.deepEqual({ traps, errors, lostOrders, doubleOrders }, { traps: 0, errors: 0, lostOrders: 0, doubleOrders: 0 });
assert.ok(unconfirmedSlots <= conversations / 100, `${unconfirmedSlots} orders have what was never said`);
assert.ok(completionRate.decided >= 0.95, 'of the decided ones too few have bought');
