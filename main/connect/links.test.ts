import { expect, test } from 'vitest';
import { LINK_MARKER, linkIn } from './links.ts';

const LINK = 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect?code=c&state=s';

test('the link is found wherever Chromium puts it', () => {
  const argv = ['motorpool', '--allow-file-access-from-files', LINK, '--user-data-dir=/tmp/x'];
  expect(linkIn(argv, 'linux')).toBe(LINK);
});

test('letters of the scheme may be capitals', () => {
  const link = LINK.replace('sc7c0e', 'SC7C0E');
  expect(linkIn(['motorpool', link], 'linux')).toBe(link);
});

test.each([
  ['no link', ['motorpool', '/some/folder']],
  ['two links', ['motorpool', LINK, LINK]],
  ['the link inside another argument', ['motorpool', `--open=${LINK}`]],
  ['another scheme', ['motorpool', 'scheme://connect?code=c']],
  ['something longer than the scheme', ['motorpool', `x${LINK}`]],
  ['no address', ['motorpool', 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://[']],
])('%s is no link', (_name, argv) => {
  expect(linkIn(argv, 'linux')).toBeNull();
});

test('on Windows only the system’s own entry makes one', () => {
  expect(linkIn(['motorpool.exe', LINK], 'win32')).toBeNull();
  expect(linkIn(['motorpool.exe', LINK_MARKER, LINK], 'win32')).toBe(LINK);
  expect(linkIn(['motorpool.exe', LINK_MARKER, LINK, LINK], 'win32')).toBeNull();
});
