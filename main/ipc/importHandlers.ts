import type { Services } from '../app/services.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

type ImportRequest = 'eligibility.models' | 'imports.page' | 'imports.add' | 'imports.remove';

/** The list of cars that are still to be connected. */
export function importHandlers({
  imports,
  checkModels,
}: Pick<Services, 'imports' | 'checkModels'>): Pick<RequestHandlers, ImportRequest> {
  return {
    'eligibility.models': checkModels,
    'imports.page': ({ after, limit }) => imports.page(after, limit),
    'imports.add': async ({ profileId, text }) => {
      await imports.add(profileId, text);
      return DONE;
    },
    'imports.remove': async ({ vins }) => {
      await imports.remove(vins);
      return DONE;
    },
  };
}
