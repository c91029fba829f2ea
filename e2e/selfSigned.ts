import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

/** The host that the certificate names; it exists nowhere. */
export const SELF_SIGNED_HOST = 'login.test';

/** No secret: a certificate that no computer trusts, valid for a hundred years, and its key. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLUEeCI7s85ZHeiqA
wDzH3OxtjA/aew5WvmnzUexEnrGhRANCAAQ2IqDCrqa7+Pbi1WC21WQBtXG6RLq4
8+zm0B5c28eJydVH8cXpd6B7SlQ3m5nt6aKqL0iolXhbJHq6029AZVDp
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBmDCCAT6gAwIBAgIUI4Nznivm8KGj/emmm6HSbbGJ5lMwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKbG9naW4udGVzdDAgFw0yNjExMjUwMjMxMThaGA8yMTI2MTEw
MTAyMzExOFowFTETMBEGA1UEAwwKbG9naW4udGVzdDBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABDYioMKuprv49uLVYLbVZAG1cbpEurjz7ObQHlzbx4nJ1Ufxxel3
oHtKVDebme3poqovSKiVeFskerrTb0BlUOmjajBoMB0GA1UdDgQWBBR6yimGeDQ5
QFWWxFoRjv3VXB1gbDAfBgNVHSMEGDAWgBR6yimGeDQ5QFWWxFoRjv3VXB1gbDAP
BgNVHRMBAf8EBTADAQH/MBUGA1UdEQQOMAyCCmxvZ2luLnRlc3QwCgYIKoZIzj0E
AwIDSAAwRQIhANj07F9j4GM09irjAALY7Yvom1LbFB2jFndtnjA4XVaZAiBqxIGR
unqMIQISwWNt9x0U2ZWwKkL8v9ZkSxeVtCWdig==
-----END CERTIFICATE-----`;

/** A server that cannot prove who it is, and what it was asked for all the same. */
export async function startSelfSigned(): Promise<{
  readonly port: number;
  readonly requests: readonly string[];
  stop(): void;
}> {
  const requests: string[] = [];
  const server: Server = createServer({ key, cert }, ({ url = '' }, response) => {
    requests.push(url);
    response.end('reached');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
