import './connectBar.css';
import type { BarState, ConnectBarApi } from '../../contract/connectBar.ts';
import { createBar } from './bar.ts';
import { createPage } from './page.ts';
import { speak } from './text.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly connectBar: ConnectBarApi;
  }
}

/** What the main process knows of the person; see main/connect/embedded/bar.ts. */
const told = new URLSearchParams(window.location.search);
document.documentElement.lang = told.get('language') ?? 'en';
document.documentElement.dataset.motion = told.get('motion') ?? 'system';
speak(told.get('language'));

const bar = createBar();
const page = createPage();

function show(state: BarState): void {
  bar.show(state);
  page.show(state);
}

document.body.append(bar.element, page.element);
const { connectBar } = window;
connectBar.onState(show);
const refresh = () => void connectBar.ready().then(show);
// Zoom changes the bar's height, and shows as another size of the page.
window.addEventListener('resize', refresh);
refresh();
