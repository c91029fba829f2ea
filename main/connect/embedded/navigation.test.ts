import { describe, expect, test } from 'vitest';
import { Secret } from '../../secret.ts';
import { judge } from './navigation.ts';

const STATE = 'q1w2e3r4t5';
const SCHEME = 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect';
const HOSTED = 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example';

function rules(redirectUri: string) {
  return {
    expected: { redirectUri, state: new Secret(STATE), answer: 'code' as const },
    connectOrigin: 'http://127.0.0.1:4000',
  };
}

describe.each([
  ['a scheme', SCHEME, `${SCHEME}?code=c&state=${STATE}`],
  ['a web address', HOSTED, `${HOSTED}&code=c&state=${STATE}`],
])('a redirect URI that is %s', (_name, redirectUri, address) => {
  test('is caught where a person can see it', () => {
    const verdict = judge(address, true, rules(redirectUri));
    expect(verdict).toMatchObject({ kind: 'callback', callback: { kind: 'code' } });
  });

  test('is refused in a frame', () => {
    const verdict = judge(address, false, rules(redirectUri));
    expect(verdict).toEqual({ kind: 'refused', what: 'subframe_callback' });
  });

  test('is caught with a wrong state, too', () => {
    const verdict = judge(address.replace(STATE, 'x'), true, rules(redirectUri));
    expect(verdict).toMatchObject({ kind: 'callback', callback: { kind: 'wrong_state' } });
  });
});

test.each([
  ['https://login.tesla.com/', true],
  ['http://127.0.0.1:4000/oauth/authorize', true],
  ['about:blank', true],
  ['about:blank', false],
  ['about:srcdoc', false],
  ['blob:https://login.tesla.com/1', false],
  ['https://captcha.example/', false],
])('%s may be visited (main frame: %s)', (address, isMainFrame) => {
  expect(judge(address, isMainFrame, rules(SCHEME))).toEqual({ kind: 'go' });
});

test.each([
  ['http://login.tesla.com/', true],
  ['http://127.0.0.1:4001/', true],
  ['file:///etc/passwd', true],
  ['file:///etc/passwd', false],
  ['mailto:a@b.example', true],
  ['data:text/html,x', true],
  ['blob:https://login.tesla.com/1', true],
  ['about:srcdoc', true],
  ['app://bundle/index.html', true],
  ['app://bundle/index.html', false],
  ['devtools://devtools/bundled/inspector.html', true],
  ['javascript:alert(1)', true],
])('%s may not (main frame: %s)', (address, isMainFrame) => {
  expect(judge(address, isMainFrame, rules(SCHEME))).toEqual({
    kind: 'refused',
    what: 'navigation',
  });
});
