import type { KeptServices } from '../app/keptServices.ts';
import type { Services } from '../app/services.ts';
import type { RequestHandlers } from './register.ts';

type DataRequest =
  | 'data.sizes'
  | 'data.setKeep'
  | 'data.clear'
  | 'data.startAnew'
  | 'data.export'
  | 'data.checkImport'
  | 'data.import'
  | 'data.undoImport'
  | 'data.stop';

const DONE = { ok: true, value: null } as const;

interface DataHandlersOptions
  extends Pick<Services, 'settings' | 'board'>,
    Pick<KeptServices, 'data' | 'startAnew'> {
  readonly noteSetting: (event: string) => void;
}

/** What is kept on this computer. */
export function createDataHandlers({
  settings,
  board,
  data,
  startAnew,
  noteSetting,
}: DataHandlersOptions): Pick<RequestHandlers, DataRequest> {
  return {
    'data.sizes': () => data.sizes(),
    'data.setKeep': (keep) => {
      settings.set('keep', keep);
      noteSetting('settings.keep');
      board.announce();
      return DONE;
    },
    'data.clear': ({ what }) => data.clear(what),
    'data.startAnew': async () => {
      const worked = await startAnew();
      return worked ? DONE : { ok: false, failure: 'not_written' };
    },
    'data.export': ({ name }) => data.exportAll(name),
    'data.checkImport': () => data.checkImport(),
    'data.import': (choice) => data.importAll(choice),
    'data.undoImport': () => data.undoImport(),
    'data.stop': async () => {
      await data.stop();
      return DONE;
    },
  };
}
