import type { Application } from '../../contract/application.ts';
import type { Region } from '../../contract/brands.ts';
import type { CompatibleModel, TokenExchange } from '../exchange/tokenExchange.ts';

type Models = readonly CompatibleModel[];

/** The models of a brand in a region. Rejects as the exchange does. */
export type ModelsOf = (region: Region, make: string) => Promise<Models>;

/** How long a list is taken as known: it changes when Smartcar adds cars. */
const LIFE_MS = 10 * 60_000;

export interface ModelLists {
  /** The lists for one check: each is asked for once, and not at all where it is known. */
  forCheck(service: () => Promise<TokenExchange>, signal: AbortSignal): ModelsOf;
}

export interface ModelListsOptions {
  /** Whose lists these are: the sandbox's are made up, and must not be taken for Smartcar's. */
  readonly application: () => Application | null;
  readonly now: () => number;
}

/** Keeps Smartcar's compatibility matrix, as far as it was asked for, for some minutes. */
export function createModelLists({ application, now }: ModelListsOptions): ModelLists {
  let known = new Map<string, { readonly models: Models; readonly until: number }>();
  let owner = application();

  return {
    forCheck(service, signal) {
      if (application() !== owner) {
        owner = application();
        known = new Map();
      }
      const keep = known;
      // Shared within this check only: another one must not end when this one is given up.
      const asked = new Map<string, Promise<Models>>();

      async function ask(key: string, region: Region, make: string): Promise<Models> {
        const models = await (await service()).compatibleModels(region, make, signal);
        keep.set(key, { models, until: now() + LIFE_MS });
        return models;
      }

      return async (region, make) => {
        const key = `${region} ${make}`;
        const kept = keep.get(key);
        if (kept && kept.until > now()) return kept.models;
        const running = asked.get(key) ?? ask(key, region, make);
        asked.set(key, running);
        return running;
      };
    },
  };
}
