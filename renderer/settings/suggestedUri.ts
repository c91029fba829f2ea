import { defaultRedirectUri } from '../../contract/application.ts';
import type { Transport } from '../../contract/transport.ts';
import { LOCALHOST_URI } from '../setup/suggestedUris.ts';

/** Smartcar's own page for applications without a website; Motorpool catches the answer before it. */
const HOSTED_URI = 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://localhost';

/** An address that anybody can register for a way back. */
export function suggestedUri(transport: Transport, clientId: string): string {
  switch (transport) {
    case 'custom_scheme':
      return defaultRedirectUri(clientId);
    case 'https':
      return HOSTED_URI;
    case 'system_browser':
      return LOCALHOST_URI;
  }
}
