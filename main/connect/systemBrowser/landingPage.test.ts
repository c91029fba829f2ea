import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../contract/appearance.ts';
import { landingPage } from './landingPage.ts';
import { LANDING_TEXTS } from './landingTexts.ts';

test.each(LANGUAGES)(
  'the last page in the browser speaks %s, and says that it does',
  (language) => {
    const page = landingPage('not_used', language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(LANDING_TEXTS[language].not_used.text);
  },
);

test('no language lends its texts to another', () => {
  expect(LANDING_TEXTS.de.answered.text).not.toBe(LANDING_TEXTS.en.answered.text);
});
