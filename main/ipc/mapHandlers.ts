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
}

/** What the requests about maps do. */
export function createMapHandlers({ ownMaps, dialogs }: MapHandlersOptions) {
  return {
    'map.describe': () => ownMaps.describe(),
    'map.useBuiltIn': () => ownMaps.setBuiltIn(),
    'map.useTiles': (form) => ownMaps.setTiles(form),
    'map.chooseFile': async () => {
      const path = await dialogs.askWhich('map');
      return path === null ? { ok: false, failure: 'cancelled' } : ownMaps.setFile(path);
    },
    'map.undo': () => ownMaps.undo(),
    'map.openInBrowser': async ({ latitude, longitude }) => {
      const [north, east] = [latitude, longitude].map((degrees) => degrees.toFixed(DECIMALS));
      const place = `?mlat=${north}&mlon=${east}#map=${BROWSER_ZOOM}/${north}/${east}`;
      await shell.openExternal(`https://www.openstreetmap.org/${place}`);
      return { ok: true, value: null };
    },
  } as const satisfies Partial<RequestHandlers>;
}
