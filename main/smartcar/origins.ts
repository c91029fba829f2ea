/** Where Smartcar's three services are. */
export interface Origins {
  readonly connect: string;
  readonly auth: string;
  readonly api: string;
}

/** Smartcar's own. Source: Smartcar documentation and SDKs. */
export const SMARTCAR_ORIGINS: Origins = {
  connect: 'https://connect.smartcar.com',
  auth: 'https://auth.smartcar.com',
  api: 'https://api.smartcar.com',
};

/**
 * The origins of a stand-in on this computer, for development and tests. Throws for any other place:
 * a variable of the surroundings must not be able to send secrets elsewhere.
 */
export function standInOrigins(origin: string): Origins {
  const { protocol, hostname, origin: clean } = new URL(origin);
  if (protocol !== 'http:' || !['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) {
    throw new Error('A stand-in for Smartcar must be on this computer');
  }
  return { connect: clean, auth: clean, api: clean };
}
