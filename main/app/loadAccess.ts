import { app } from 'electron';
import type { ApplicationAccessOptions } from './applicationAccess.ts';
import type { CurrentAccessOptions } from './currentAccess.ts';
import { once } from './once.ts';

/** OAuth and API are not needed to show what the local copy holds, so they do not slow the start. */
export function loadAccess(
  options: Omit<ApplicationAccessOptions, 'userAgent'>,
): CurrentAccessOptions['load'] {
  return once(async () => {
    const { createApplicationAccess } = await import('./applicationAccess.ts');
    return createApplicationAccess({
      ...options,
      userAgent: `${app.getName()}/${app.getVersion()}`,
    });
  });
}
