import { expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { authorizeUrl } from './authorizeUrl.ts';

test('the URL is what Smartcar’s SDKs send', () => {
  const url = authorizeUrl({
    connectOrigin: 'https://connect.smartcar.com',
    clientId: '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42',
    redirectUri: 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect',
    permissions: [
      { permission: 'read_vehicle_info', required: true },
      { permission: 'read_odometer', required: false },
    ],
    state: new Secret('q1w2-e3_r4'),
    mode: 'simulated',
  });
  expect(url.href).toBe(
    'https://connect.smartcar.com/oauth/authorize?response_type=code' +
      '&client_id=7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42&approval_prompt=auto' +
      '&redirect_uri=sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42%3A%2F%2Fconnect' +
      '&scope=required%3Aread_vehicle_info%20read_odometer&state=q1w2-e3_r4&mode=simulated',
  );
});
