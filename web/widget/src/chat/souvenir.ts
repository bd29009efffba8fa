import type { Texts } from '../texts';
import type { Entry } from './transcript';

/** The conversation as a text file for the customer to keep. */
export function souvenir(title: string, entries: readonly Entry[], texts: Texts, locale: string): string {
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const line = (at: Date, who: string, text: string) => `${clock.format(at)}  ${who}: ${text}`;
  const lines = entries.flatMap((entry) => {
    switch (entry.kind) {
      case 'said':
        return entry.delivery.is === 'failed' ? [] : [line(entry.at, texts.you, entry.text)];
      case 'reply':
        return [line(entry.at, entry.by ?? texts.assistant, entry.text)];
      case 'person':
        return [line(entry.at, texts.assistant, entry.text)];
      case 'order':
        return [`${texts.order} ${entry.order.id}`, `${texts.total} ${entry.order.total}`];
      case 'consent':
      case 'afresh':
        return [];
    }
  });
  return [title, '', ...lines, ''].join('\n');
}
