import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type BarState, CONNECT_BAR_CHANNELS, type ConnectBarApi } from '../contract/connectBar.ts';

const { ready, state, act } = CONNECT_BAR_CHANNELS;

contextBridge.exposeInMainWorld('connectBar', {
  ready: () => ipcRenderer.invoke(ready),
  onState: (listener) => {
    ipcRenderer.on(state, (_event: IpcRendererEvent, payload: BarState) => listener(payload));
  },
  act: (action) => ipcRenderer.send(act, action),
} satisfies ConnectBarApi);
