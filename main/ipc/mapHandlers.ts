import { shell } from 'electron';
import type { OwnMaps } from '../ownMap/ownMap.ts';
import type { FileDialogs } from '../windows/fileDialogs.ts';
import type { RequestHandlers } from './register.ts';

/** Close enough for streets and house numbers. */
const BROWSER_ZOOM = 16;

/** A hundred thousandth of a degree is about a metre. */
const DECIMALS = 5;

export interface MapHandlersOptions {
  readonly ownMaps: OwnMaps;
  readonly dialogs: FileDialogs;
  readonly noteSetting: (event: string) => void;
}

/** What the requests about maps do. */
export function createMapHandlers({ ownMaps, dialogs, noteSetting }: MapHandlersOptions) {
  /** Neither the host nor the file is named: a template may hold a key, a path a name. */
  async function noted<T extends { readonly ok: boolean }>(change: T | Promise<T>): Promise<T> {
    const answer = await change;
    if (answer.ok) noteSetting('settings.map');
    return answer;
  }

  return {
    'map.describe': () => ownMaps.describe(),
    'map.useBuiltIn': () => noted(ownMaps.setBuiltIn()),
    'map.useTiles': (form) => noted(ownMaps.setTiles(form)),
    'map.chooseFile': async () => {
      const path = await dialogs.askWhich('map');
      return path === null ? { ok: false, failure: 'cancelled' } : noted(ownMaps.setFile(path));
    },
    'map.undo': () => noted(ownMaps.undo()),
    'map.openInBrowser': async ({ latitude, longitude }) => {
      const [north, east] = [latitude, longitude].map((degrees) => degrees.toFixed(DECIMALS));
      const place = `?mlat=${north}&mlon=${east}#map=${BROWSER_ZOOM}/${north}/${east}`;
      await shell.openExternal(`https://www.openstreetmap.org/${place}`);
      return { ok: true, value: null };
    },
  } as const satisfies Partial<RequestHandlers>;
}
