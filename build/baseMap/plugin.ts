import type { Plugin } from 'vite';
import { type BaseMapFolders, makeBaseMap } from './makeBaseMap.ts';

/** Where the page finds the base map's files. */
const FOLDER = 'basemap';

/** Puts the base map beside the page: into the bundle, or before the development server's own files. */
export function baseMap(folders: BaseMapFolders): Plugin {
  return {
    name: 'base-map',
    async generateBundle() {
      for (const { name, text } of await makeBaseMap(folders)) {
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source: text });
      }
    },
    async configureServer(server) {
      const files = new Map(
        (await makeBaseMap(folders)).map(({ name, text }) => [`/${FOLDER}/${name}`, text]),
      );
      server.middlewares.use((request, response, next) => {
        const text = files.get(request.url ?? '');
        if (text === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', 'application/json').end(text);
      });
    },
  };
}
