import { isDeepStrictEqual } from 'node:util';
import { type Alert, type AlertSettings, ruleFor } from '../../contract/alerts.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { findingOf, SUBJECTS, verdictOf } from './findings.ts';

/** An alert as it is kept: `told` is false while the desktop has still to hear of it. */
export interface KeptAlert extends Omit<Alert, 'vehicleId'> {
  readonly told: boolean;
}

/** What the rules know of one vehicle. */
export interface AlertState {
  /** One bit for each of `SUBJECTS` whose state is known, so that a change of it can be told. */
  readonly watched: number;
  readonly active: readonly KeptAlert[];
}

export interface Judgement {
  /** The same object as before where nothing changed. */
  readonly state: AlertState;
  /** What began now, after having been known to be fine. */
  readonly raised: readonly KeptAlert[];
}

const NOTHING_KNOWN: AlertState = { watched: 0, active: [] };

/** How a judgement is made. */
export interface JudgeOptions {
  readonly now: number;
  /** The rules are new to this vehicle: what they find was so before, and is nobody's news. */
  readonly quietly?: boolean;
}

/**
 * What becomes of a vehicle's alerts. An alert is raised once, when something known to be fine is so no
 * more, and ends when the value has come back past the rule's hysteresis. What is found at the first
 * look was so before: it is listed as seen.
 */
export function judge(
  settings: AlertSettings,
  before: AlertState | null,
  vehicle: Vehicle,
  { now, quietly = false }: JudgeOptions,
): Judgement {
  const previous = before ?? NOTHING_KNOWN;
  let watched = 0;
  const active: KeptAlert[] = [];
  const raised: KeptAlert[] = [];

  for (const [place, subject] of SUBJECTS.entries()) {
    const { kind, tire } = subject;
    const rule = ruleFor(settings, kind, vehicle.labels.group);
    if (!rule.on) continue;
    const finding = findingOf(vehicle, subject, rule, now);
    if (finding.is === 'none') continue;
    const bit = 1 << place;
    const wasKnown = (previous.watched & bit) !== 0;
    const lasting = previous.active.find((one) => one.kind === kind && one.tire === tire);
    if (finding.is === 'unknown') {
      if (wasKnown) watched |= bit;
      if (lasting) active.push(lasting);
      continue;
    }
    watched |= bit;
    const verdict = verdictOf(kind, finding.value, rule);
    if (lasting && verdict !== 'fine') active.push(lasting);
    if (lasting || verdict !== 'firing') continue;
    const isNews = wasKnown && !quietly;
    const alert: KeptAlert = {
      kind,
      tire,
      since: finding.at,
      value: kind === 'accessEnded' ? null : finding.value,
      seen: !isNews,
      told: !isNews,
    };
    active.push(alert);
    if (isNews) raised.push(alert);
  }

  const state = { watched, active };
  return { state: before && isDeepStrictEqual(before, state) ? before : state, raised };
}
