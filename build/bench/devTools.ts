import type { Readable } from 'node:stream';

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: unknown };

/** A connection to Chromium's DevTools protocol, as little of it as is needed to look from outside. */
export interface DevTools {
  call(method: string, params?: object, sessionId?: string): Promise<unknown>;
  close(): void;
}

/** The address that Chromium prints once it can be looked into. */
export async function devToolsAddress(stderr: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stderr.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const address = /^DevTools listening on (ws:\S+)$/m.exec(text)?.[1];
    if (address) return address;
  }
  throw new Error(`Electron ended before it could be looked into:\n${text}`);
}

export async function connectDevTools(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error }: Answer = JSON.parse(String(data));
    const call = id === undefined ? undefined : waiting.get(id);
    if (error) call?.reject(new Error(JSON.stringify(error)));
    else call?.resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const call of waiting.values()) call.reject(new Error('Electron closed the connection'));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Cannot connect to ${address}`)));
  });
  return {
    call(method, params = {}, sessionId) {
      lastId += 1;
      const call = Promise.withResolvers<unknown>();
      waiting.set(lastId, call);
      socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
      return call.promise;
    },
    close: () => socket.close(),
  };
}
