import de from './locales/de.json';
import en from './locales/en.json';

/** Everything the widget itself says; the conversation's words come from the campaign. */
export type Texts = Readonly<Record<keyof typeof en, string>>;

const LOCALES: Readonly<Record<string, Texts>> = { en, de };

/** The texts in the first of these languages (BCP 47 tags such as `de-AT`) that we have; English if none. */
export function textsFor(...wanted: readonly (string | null | undefined)[]): Texts {
  for (const tag of wanted) {
    const found = LOCALES[(tag ?? '').toLowerCase().split(/[-_]/)[0] ?? ''];
    if (found) return found;
  }
  return en;
}
