import { expect, test } from 'vitest';
import { ALERT_KINDS, TIRES } from '../contract/alerts.ts';
import { LANGUAGES } from '../contract/appearance.ts';
import deOfMain from '../main/words/de.json';
import enOfMain from '../main/words/en.json';
import deOfPage from '../renderer/locales/de.json';
import enOfPage from '../renderer/locales/en.json';

const main = { en: enOfMain, de: deOfMain };
const page = { en: enOfPage, de: deOfPage };

test.each(LANGUAGES)(
  'notifications and screens call alerts and tyres the same in %s',
  (language) => {
    for (const kind of ALERT_KINDS) {
      expect(main[language].alert[kind]).toBe(page[language].alerts.kind[kind]);
    }
    for (const tire of TIRES) {
      expect(main[language].tire[tire].toLowerCase()).toBe(page[language].alerts.tire[tire]);
    }
  },
);
