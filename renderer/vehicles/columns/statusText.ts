import type { TFunction } from 'i18next';
import { briefTime, shortTime } from '../../format/time.ts';
import type { VehicleState } from '../vehicleState.ts';

/** The state of a vehicle in a few words. */
export function statusText(state: VehicleState, t: TFunction, now: number): string {
  switch (state.kind) {
    case 'reading':
      return t('access.refreshing');
    case 'ok':
    case 'reconnect':
    case 'tokens_unavailable':
      return t(`access.${state.kind}`);
    case 'paused':
      return t('status.paused');
    case 'held':
      return state.hold.cause === 'month'
        ? t('status.usedUp', { day: briefTime(state.hold.until, now) })
        : t('status.held', { time: briefTime(state.hold.until, now) });
    case 'problem':
      return t(`reason.short.${state.problem.reason}`);
  }
}

/** The state in whole sentences, for the tooltip; `null` where the words say it all. */
export function statusStory(state: VehicleState, t: TFunction, now: number): string | null {
  switch (state.kind) {
    case 'paused':
      return t('status.pausedStory');
    case 'held':
      return t(`status.heldStory.${state.hold.cause}`, { time: shortTime(state.hold.until, now) });
    case 'problem':
      return t(`reason.long.${state.problem.reason}`);
    case 'reconnect':
      return t('reason.long.reconnect');
    default:
      return null;
  }
}
