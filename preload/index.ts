import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { MotorpoolApi } from '../contract/api.ts';
import { EVENTS, REQUESTS } from '../contract/channels.ts';

// One function per request: the page can name no channel that the contract does not list, and never
// sees Electron's event object.
const requests = Object.fromEntries(
  REQUESTS.map((name) => [name, (input?: unknown) => ipcRenderer.invoke(name, input)]),
) as Omit<MotorpoolApi, 'subscribe'>;

const subscribe: MotorpoolApi['subscribe'] = (event, listener) => {
  if (!EVENTS.includes(event)) throw new Error(`Unknown event ${String(event)}`);
  const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) =>
    listener(payload);
  ipcRenderer.on(event, forward);
  return () => {
    ipcRenderer.off(event, forward);
  };
};

contextBridge.exposeInMainWorld('motorpool', { ...requests, subscribe } satisfies MotorpoolApi);
