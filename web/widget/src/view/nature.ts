import type { HandOff } from '../gateway/contract';
import type { Texts } from '../texts';

/** Who one talks with: nobody shall take a person for an assistant, nor the other way round. */
export function natureOf(handOff: HandOff | null, texts: Texts): string {
  if (handOff?.state === 'taken') return texts.withPerson.replace('{agent}', handOff.agent ?? '');
  return `${texts.nature} · ${handOff ? texts.waitingForPerson : texts.replyTime}`;
}
