import { expect, test } from 'vitest';
import { SETTINGS_PAGES } from '../settings/pages/pageTable.ts';
import { SETTINGS_PARTS } from './settingsParts.ts';

test('the palette knows every page of the settings, by the same name and in the same order', () => {
  expect(SETTINGS_PARTS).toEqual(SETTINGS_PAGES.map(({ id, name }) => ({ id, name })));
});
