import { expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { reauthenticateUrl } from './reauthenticateUrl.ts';

const REQUEST = {
  connectOrigin: 'https://connect.smartcar.com',
  clientId: 'id',
  redirectUri: 'scid://connect',
  state: new Secret('s'),
  vehicleId: 'v1',
  resolutionUrl: null,
};

const PLAIN =
  'https://connect.smartcar.com/oauth/reauthenticate?client_id=id&response_type=vehicle_id' +
  '&vehicle_id=v1&redirect_uri=scid%3A%2F%2Fconnect&state=s';

test('without an address from an error all of it is ours', () => {
  expect(reauthenticateUrl(REQUEST).href).toBe(PLAIN);
});

test('an address from an error keeps what Smartcar added, and gets redirect URI and state', () => {
  const resolutionUrl =
    'https://connect.smartcar.com/oauth/reauthenticate?response_type=vehicle_id&client_id=id' +
    '&vehicle_id=v1&hint=a%20b';
  expect(reauthenticateUrl({ ...REQUEST, resolutionUrl }).href).toBe(
    PLAIN.replace('?', '?hint=a%20b&'),
  );
});

test.each([
  'https://evil.example/oauth/reauthenticate?hint=x',
  'https://connect.smartcar.com/elsewhere?hint=x',
  'http://connect.smartcar.com/oauth/reauthenticate?hint=x',
  'no address',
])('nothing of %s is taken over', (resolutionUrl) => {
  expect(reauthenticateUrl({ ...REQUEST, resolutionUrl }).href).toBe(PLAIN);
});

test('what names application, vehicle and way back cannot be set from outside', () => {
  const resolutionUrl =
    'https://connect.smartcar.com/oauth/reauthenticate?client_id=x&application_id=x&state=x' +
    '&redirect_uri=https%3A%2F%2Fevil.example&vehicle_id=x&response_type=none';
  expect(reauthenticateUrl({ ...REQUEST, resolutionUrl }).href).toBe(PLAIN);
});
