import { expect, test } from 'vitest';
import { souvenir } from '../src/chat/souvenir';
import { Transcript } from '../src/chat/transcript';
import type { Conversation } from '../src/gateway/contract';
import { Problem } from '../src/gateway/problem';
import { textsFor } from '../src/texts';
import { natureOf } from '../src/view/nature';

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

test('a turn that a person will answer has arrived and shows no reply', () => {
  const before = Transcript.EMPTY.said({ turnId: 'a', text: 'are you there?' }, NOON);

  const after = before.replied({ turnId: 'a', reply: '', choices: [] }, NOON);

  expect(after.entries).toMatchObject([{ kind: 'said', delivery: { is: 'sent' } }]);
});

test('what a person wrote bears their name, once however often it is told', () => {
  const hello = { turnId: 'agent:1', reply: 'Hello, Anna here.', choices: [], by: 'Anna' };

  const once = Transcript.EMPTY.replied(hello, NOON);
  const twice = once
    .replied(hello, NOON)
    .read(asRead({ turnId: 'agent:1', said: null, reply: 'Hello, Anna here.', at: NOON.toISOString(), by: 'Anna' }));

  expect(twice.entries).toEqual(once.entries);
  expect(once.entries).toMatchObject([{ kind: 'reply', text: 'Hello, Anna here.', by: 'Anna' }]);
  expect(souvenir('A trip', once.entries, textsFor('en'), 'en-GB')).toContain('Anna: Hello, Anna here.');
});

test('the heading says whether a machine or a person answers', () => {
  const texts = textsFor('en');

  expect(natureOf(null, texts)).toBe('Automated assistant · usually replies within seconds');
  expect(natureOf({ state: 'waiting', agent: null }, texts)).toBe('Automated assistant · a person is being called');
  expect(natureOf({ state: 'taken', agent: 'Anna' }, texts)).toBe('You are talking with Anna, a person');
});

test('what was spoken is shown as it was understood, and what was typed in the call is not shown twice', () => {
  const typed = Transcript.EMPTY.said({ turnId: 't1', text: 'hello' }, new Date(0));

  const both = typed.heard({ turnId: 't1', text: 'hello' }, new Date(1)).heard({ turnId: 't2', text: 'the moon' }, new Date(2));

  expect(both.entries.map((entry) => entry.kind === 'said' && entry.text)).toEqual(['hello', 'the moon']);
  expect(both.sending.map(({ turnId }) => turnId)).toEqual(['t1']);
});
