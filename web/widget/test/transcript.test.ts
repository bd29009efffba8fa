import { expect, test } from 'vitest';
import { souvenir } from '../src/chat/souvenir';
import { Transcript } from '../src/chat/transcript';
import type { Conversation } from '../src/gateway/contract';
import { Problem } from '../src/gateway/problem';
import { textsFor } from '../src/texts';

const NOON = new Date(2026, 10, 22, 12, 0);
const asRead = (...turns: Conversation['turns']): Conversation => ({
  id: '4f2a', campaign: 'space-trip', title: 'A trip to space', locale: 'en-US', state: 'ask-name', outcome: null, choices: ['Yes'], turns,
});
const greeting = { turnId: 'greeting', said: null, reply: 'Hello!', at: NOON.toISOString() };

test('what the customer typed stays as typed when the gateway has it masked', () => {
  const before = Transcript.EMPTY.replied({ ...greeting, choices: [] }, NOON).said({ turnId: 'a', text: 'ring +1 202 555 0147' }, NOON);

  const after = before.read(asRead(greeting, { turnId: 'a', said: 'ring <phone>', reply: 'Noted.', at: NOON.toISOString() }));

  expect(after.entries).toMatchObject([
    { text: 'Hello!' },
    { text: 'ring +1 202 555 0147', delivery: { is: 'sent' } },
    { text: 'Noted.', choices: ['Yes'] },
  ]);
});

test('what was answered elsewhere stands above what is still unanswered here', () => {
  const before = Transcript.EMPTY.said({ turnId: 'b', text: 'later' }, NOON);

  const after = before.read(asRead(greeting, { turnId: 'a', said: 'earlier', reply: 'Fine.', at: NOON.toISOString() }));

  expect(after.entries.map((entry) => 'text' in entry && entry.text)).toEqual(['Hello!', 'earlier', 'Fine.', 'later']);
  expect(after.sending).toEqual([{ turnId: 'b', text: 'later' }]);
});

test('reading the same conversation twice adds nothing', () => {
  const once = Transcript.EMPTY.read(asRead(greeting));

  expect(once.read(asRead(greeting)).entries).toEqual(once.entries);
});

test('the transcript to keep has who said what and when, and not what never arrived', () => {
  const failed = { is: 'failed', problem: Problem.unreachable('no reply') } as const;
  const { entries } = Transcript.EMPTY.with({ kind: 'consent', key: 'consent' })
    .replied({ ...greeting, choices: ['Yes'] }, NOON)
    .said({ turnId: 'a', text: 'Two seats' }, NOON)
    .delivery('a', { is: 'sent' })
    .said({ turnId: 'b', text: 'lost words' }, NOON)
    .delivery('b', failed)
    .ordered({ id: 'P-7', total: '$ 2.00' });

  const text = souvenir('A trip to space', entries, textsFor('en'), 'en-GB');

  expect(text).toBe(
    'A trip to space\n\n22/11/2026, 12:00  Assistant: Hello!\n22/11/2026, 12:00  You: Two seats\nOrder number P-7\nTotal $ 2.00\n',
  );
});
