import './connectBar.css';
import type { BarState, ConnectBarApi } from '../../contract/connectBar.ts';
import { createBar } from './bar.ts';
import { createPage } from './page.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly connectBar: ConnectBarApi;
  }
}

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
