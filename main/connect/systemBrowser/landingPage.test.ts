import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../contract/appearance.ts';
import { t } from '../../words/words.ts';
import { landingPage } from './landingPage.ts';

test.each(LANGUAGES)(
  'the last page in the browser speaks %s, and says that it does',
  (language) => {
    const page = landingPage('not_used', language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(t('landing.not_used.text', { lng: language }));
  },
);

test('no language lends its texts to another', () => {
  expect(landingPage('answered', 'de')).not.toContain(t('landing.answered.title', { lng: 'en' }));
});
