import type { Application } from '../../contract/application.ts';
import { clientSecretAccount, staffTokenAccount } from '../keychain/storedTokens.ts';
import { applicationKey } from '../settings/applicationSchema.ts';

/** The keychain entry by which an application gets tokens; `null` where it needs none. */
export function secretAccount(application: Application): string | null {
  if (application.kind === 'simulated') return null;
  const { exchange, clientId } = application;
  return exchange.kind === 'local'
    ? clientSecretAccount(clientId)
    : staffTokenAccount(exchange.address);
}

/** Whether both are entries for the same application, got at in the same way. */
export function isSame(one: Application, other: Application): boolean {
  if (one.kind === 'simulated' || other.kind === 'simulated') return one.kind === other.kind;
  return (
    applicationKey(one) === applicationKey(other) &&
    one.mode === other.mode &&
    secretAccount(one)?.toLowerCase() === secretAccount(other)?.toLowerCase()
  );
}
