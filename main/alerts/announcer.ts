import { ALERT_KINDS, type AlertSettings } from '../../contract/alerts.ts';
import type { Clock } from '../fleet/sync/clock.ts';
import { type NotificationText, ruleText, summaryText, type Told } from './notificationTexts.ts';
import { quietUntil } from './quietHours.ts';

/** A fleet is read car by car; what is found within this time is told together. */
const GATHER_MS = 3_000;

/** A notification, and the vehicles that it is about. */
export interface Notice extends NotificationText {
  readonly vehicleIds: readonly string[];
}

export interface AnnouncerOptions {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly settings: () => Pick<AlertSettings, 'notify' | 'quiet'>;
  /** Whether somebody looks at the app: its own list is enough then. */
  readonly isFocused: () => boolean;
  /** Whether an alert still lasts. */
  readonly lasts: (alert: Told) => boolean;
  readonly names: (vehicleIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly show: (notice: Notice) => void;
  /** These need not be told any more, also after the next start. */
  readonly onSettled: (alerts: readonly Told[]) => void;
}

/** Tells the desktop of alerts: one notification per rule, nothing in quiet hours, a sum at their end. */
export interface Announcer {
  note(alerts: readonly Told[]): void;
  /** The computer woke up, or settings changed: what is held back may be due. */
  look(): void;
  clear(): void;
}

export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { clock, settings } = options;
  let waiting: Told[] = [];
  let wasHeldBack = false;
  let callOff: (() => void) | null = null;

  function flushAfter(ms: number): void {
    callOff?.();
    callOff = clock.after(ms, flush);
  }

  function clear(): void {
    callOff?.();
    callOff = null;
    waiting = [];
    wasHeldBack = false;
  }

  async function tell(alerts: readonly Told[], isSummary: boolean): Promise<void> {
    const vehicleIds = [...new Set(alerts.map(({ vehicleId }) => vehicleId))];
    const byRule = ALERT_KINDS.map((kind) => alerts.filter((one) => one.kind === kind)).filter(
      (group) => group.length > 0,
    );
    if (isSummary && byRule.length > 1) {
      options.show({ ...summaryText(byRule), vehicleIds });
      return;
    }
    const names = await options.names(vehicleIds);
    for (const group of byRule) {
      const ids = [...new Set(group.map(({ vehicleId }) => vehicleId))];
      options.show({ ...ruleText(group, names), vehicleIds: ids });
    }
  }

  function flush(): void {
    callOff = null;
    const { notify, quiet } = settings();
    const end = notify ? quietUntil(quiet, clock.now()) : null;
    if (end !== null) {
      wasHeldBack = true;
      flushAfter(end - clock.now());
      return;
    }
    const alerts = waiting;
    const isSummary = wasHeldBack;
    clear();
    const lasting = alerts.filter(options.lasts);
    if (notify && !options.isFocused()) void tell(lasting, isSummary);
    options.onSettled(alerts);
  }

  return {
    note(alerts) {
      if (alerts.length === 0) return;
      waiting.push(...alerts);
      if (!callOff) flushAfter(GATHER_MS);
    },
    look() {
      if (waiting.length > 0) flushAfter(GATHER_MS);
    },
    clear,
  };
}
