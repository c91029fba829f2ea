// What the start-up benchmark compares with: the least that Electron can show, in the same size.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  return window.loadFile(join(import.meta.dirname, 'index.html'));
});
