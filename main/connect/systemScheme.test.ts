import { expect, test } from 'vitest';
import { LINK_MARKER } from './links.ts';
import { createSystemScheme } from './systemScheme.ts';

const SCHEME = 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';

function recorded(isPackaged: boolean, answer = true) {
  const calls: unknown[][] = [];
  const note = (name: string) => (scheme: string, path?: string, args?: string[]) => {
    calls.push([name, scheme, path, args]);
    return answer;
  };
  const client = {
    isPackaged,
    setAsDefaultProtocolClient: note('set'),
    removeAsDefaultProtocolClient: note('remove'),
  };
  const scheme = createSystemScheme(client, {
    execPath: '/opt/motorpool',
    argv: ['/opt/motorpool', '/home/anna/motorpool'],
  });
  return { scheme, calls };
}

test('a link comes after the marker, and what was registered is taken back as it was', () => {
  const { scheme, calls } = recorded(true);
  expect(scheme.register(SCHEME)).toBe(true);
  scheme.unregister(SCHEME);
  expect(calls).toEqual([
    ['set', SCHEME, '/opt/motorpool', [LINK_MARKER]],
    ['remove', SCHEME, '/opt/motorpool', [LINK_MARKER]],
  ]);
});

test('a development run names the app’s folder first', () => {
  const { scheme, calls } = recorded(false);
  scheme.register(SCHEME);
  expect(calls).toEqual([['set', SCHEME, '/opt/motorpool', ['/home/anna/motorpool', LINK_MARKER]]]);
});

test('the system’s refusal is told', () => {
  expect(recorded(true, false).scheme.register(SCHEME)).toBe(false);
});
