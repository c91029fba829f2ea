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
