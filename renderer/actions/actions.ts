import type { Icon } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTION_IDS, type ActionId } from '../../contract/actions.ts';
import { isSetupScreen, useShell } from '../frame/shell.ts';
import { isMac } from '../frame/shortcuts.ts';
import { type KeyNameOf, keyText } from '../keys/keyText.ts';
import { useIsPaused, useStatus } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { ACTIONS, keysOf, whyNot } from './definitions.ts';
import { ariaKey } from './pressedKey.ts';
import { useActionRuns } from './useActionRuns.ts';

/** An action as it stands now. */
export interface Action {
  readonly id: ActionId;
  readonly icon: Icon;
  /** What it does as things stand. */
  readonly name: string;
  /** As `contract/shortcuts.ts` writes them. */
  readonly keys: readonly string[];
  /** Why it cannot be done now, in words. */
  readonly whyNot: string | null;
  readonly run: () => void;
}

export type Actions = Readonly<Record<ActionId, Action>>;

export const ActionsContext = createContext<Actions | null>(null);

/** Puts all actions together; used once, at the top. */
export function useActionsState(): Actions {
  const { t } = useTranslation();
  const { screen } = useShell();
  const { application, shortcuts } = useStatus();
  const { count } = useFleetSummary();
  const isPaused = useIsPaused();
  const runs = useActionRuns();
  const hasApplication = application !== null;
  const isSetup = !hasApplication || isSetupScreen(screen);
  const searchesSettings = screen === 'settings';
  const facts = { hasApplication, isSetup, vehicles: count, searchesSettings };
  const nameOf = (id: ActionId) =>
    id === 'pauseReading'
      ? t(`actions.reading.${isPaused ? 'resume' : 'pause'}`)
      : t(`actions.name.${id}`);
  const actionOf = (id: ActionId): Action => {
    const why = whyNot(id, facts);
    return {
      id,
      icon: ACTIONS[id].icon,
      name: nameOf(id),
      keys: keysOf(id, shortcuts),
      whyNot: why && t(`actions.whyNot.${why}`),
      run: runs[id],
    };
  };
  return Object.fromEntries(ACTION_IDS.map((id) => [id, actionOf(id)])) as Actions;
}

/** Everything that can be done from anywhere; from any place below `App`. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('useActions needs App above it');
  return actions;
}

/** How an action's first key is written on this system; `null` where it has none. */
export function firstKeyText({ keys }: Action, nameOf: KeyNameOf): string | null {
  const [first] = keys;
  return first === undefined ? null : keyText(first, isMac, nameOf);
}

/** All keys of an action for `aria-keyshortcuts`. */
export function ariaKeys({ keys }: Action): string | undefined {
  return keys.map((key) => ariaKey(key, isMac)).join(' ') || undefined;
}

/** Words with an action's key behind them, for tooltips and menus. */
export function useWithKey(): (action: Action, words?: string) => string {
  const { t } = useTranslation();
  return (action, words = action.name) => {
    const key = firstKeyText(action, t);
    return key === null ? words : t('frame.withKey', { label: words, key });
  };
}
