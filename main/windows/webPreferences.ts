import { app, type WebPreferences } from 'electron';

/** What every window of the app has in common: nothing of Node's, nothing of another page's. */
export function lockedDown(): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    devTools: !app.isPackaged,
  };
}
