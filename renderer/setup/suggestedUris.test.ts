import { expect, test } from 'vitest';
import { LOCALHOST_URI, suggestedUris, withUri } from './suggestedUris.ts';

const ID = '1a2b3c4d-1a2b-4a2b-8a2b-1a2b3c4d5e6f';
const SCHEME = `sc${ID}://connect`;

test('proposes the address for the window as soon as the client ID is known', () => {
  expect(suggestedUris('  ', '').map(({ uri }) => uri)).toEqual([LOCALHOST_URI]);
  expect(suggestedUris(` ${ID} `, SCHEME)).toEqual([
    { for: 'window', uri: SCHEME, isInList: true },
    { for: 'browser', uri: LOCALHOST_URI, isInList: false },
  ]);
});

test('an added address comes last, on a line of its own', () => {
  expect(withUri(`${SCHEME}\n\n`, LOCALHOST_URI)).toBe(`${SCHEME}\n${LOCALHOST_URI}`);
  expect(withUri('', LOCALHOST_URI)).toBe(LOCALHOST_URI);
});
