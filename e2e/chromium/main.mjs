// A browser and nothing else: one window, without any of Motorpool's rules.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true } });
  void window.loadURL('about:blank');
});
