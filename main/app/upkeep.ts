import type { AccessTokens } from '../exchange/accessTokens.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import type { Settings } from '../settings/settings.ts';
import type { Profiles } from './profiles.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface UpkeepOptions {
  readonly profiles: Pick<Profiles, 'connections'>;
  readonly tokens: Pick<AccessTokens, 'keepAlive'>;
  readonly localCopy: Pick<OpenedLocalCopy, 'thin'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly now: () => number;
}

/** What is seen to once a day: sign-ins that would end for want of use, and history that grows old. */
export interface Upkeep {
  /** Sees to it now, and from then on every day. */
  begin(): void;
  keepAlive(): void;
  stop(): void;
}

export function createUpkeep({
  profiles,
  tokens,
  localCopy,
  settings,
  now,
}: UpkeepOptions): Upkeep {
  let timer: NodeJS.Timeout | undefined;

  async function keepAll(): Promise<void> {
    // Those of profiles not in use as well: a sign-in that nobody uses ends after 60 days.
    for (const ids of profiles.connections()) await tokens.keepAlive(ids);
  }
  const keepAlive = () => void keepAll();
  function onceADay(): void {
    keepAlive();
    void localCopy.thin(now(), settings.get('keep'));
  }

  return {
    begin() {
      timer ??= setInterval(onceADay, DAY_MS);
      onceADay();
    },
    keepAlive,
    stop: () => clearInterval(timer),
  };
}
