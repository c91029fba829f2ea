import { nativeTheme, WebContentsView } from 'electron';
import * as z from 'zod';
import type { AppearanceState } from '../../../contract/appearance.ts';
import {
  BAR_ACTIONS,
  type BarAction,
  type BarState,
  CONNECT_BAR_CHANNELS,
} from '../../../contract/connectBar.ts';
import { keepOnOwnPages } from '../../windows/watchNavigation.ts';
import { lockedDown } from '../../windows/webPreferences.ts';

/** The page's background in both themes, painted before the page is there. */
const BACKGROUND = { light: '#f6f7f8', dark: '#121315' };

export interface BarPageOptions {
  readonly barPage: string;
  readonly barPreload: string;
  /** Whether an address is one of our own pages. */
  readonly isOwnPage: (address: string) => boolean;
  readonly appearance: () => AppearanceState;
}

export interface BarOptions extends BarPageOptions {
  readonly state: () => BarState;
  readonly act: (action: BarAction) => void;
  /** The page is there, or has another size. */
  readonly onReady: () => void;
}

export interface Bar {
  readonly view: WebContentsView;
  /** Has the page show the state as it is now. */
  update(): void;
}

const actionSchema = z.enum(BAR_ACTIONS);

/** The page knows its language before it has anything to show. */
function dressed(barPage: string, { language, choice }: AppearanceState): string {
  const url = new URL(barPage);
  url.search = new URLSearchParams({ language, motion: choice.motion }).toString();
  return url.href;
}

/** The page of ours around Connect. It can ask for the few things of the contract, and only it can. */
export function createBar({
  barPage,
  barPreload,
  isOwnPage,
  appearance,
  state,
  act,
  onReady,
}: BarOptions): Bar {
  const view = new WebContentsView({ webPreferences: { ...lockedDown(), preload: barPreload } });
  view.setBackgroundColor(nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);
  const contents = view.webContents;
  keepOnOwnPages(contents, isOwnPage);

  function isTrusted(frame: Electron.WebFrameMain | null): boolean {
    return frame !== null && frame === contents.mainFrame && isOwnPage(frame.url);
  }

  contents.ipc.handle(CONNECT_BAR_CHANNELS.ready, ({ senderFrame }) => {
    if (!isTrusted(senderFrame)) throw new Error('Refused');
    onReady();
    return state();
  });
  contents.ipc.on(CONNECT_BAR_CHANNELS.act, ({ senderFrame }, input: unknown) => {
    const action = actionSchema.safeParse(input);
    if (isTrusted(senderFrame) && action.success) act(action.data);
  });
  void contents.loadURL(dressed(barPage, appearance()));

  return {
    view,
    update() {
      if (!contents.isDestroyed()) contents.send(CONNECT_BAR_CHANNELS.state, state());
    },
  };
}
