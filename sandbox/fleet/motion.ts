import type { VehicleChanges } from '../core/state.ts';
import type { Position, Vehicle } from './vehicle.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const COMMUTE_HOURS = 0.6;
const WORKING_HOURS = 9.2;
const PLUG_DELAY_HOURS = 0.1;
const NIGHT_CHARGE_FROM = 22;
/** How long a charge or lock command outweighs the daily routine. */
const COMMAND_HOLDS_MS = 12 * HOUR_MS;

type Routine = { day: number; hour: number; toWork: number; toHome: number };

function routine(vehicle: Vehicle, at: number): Routine {
  const local = at + vehicle.utcOffset * HOUR_MS;
  const day = Math.floor(local / DAY_MS);
  const hour = (local - day * DAY_MS) / HOUR_MS;
  const share = (from: number) => Math.min(1, Math.max(0, (hour - from) / COMMUTE_HOURS));
  return {
    day,
    hour,
    toWork: share(vehicle.leavesAt),
    toHome: share(vehicle.leavesAt + WORKING_HOURS),
  };
}

/** True while the vehicle is on its way. */
export function isMoving(vehicle: Vehicle, at: number): boolean {
  const { toWork, toHome } = routine(vehicle, at);
  return (toWork > 0 && toWork < 1) || (toHome > 0 && toHome < 1);
}

/** Total distance in km; it never falls. */
export function odometerKm(vehicle: Vehicle, at: number): number {
  const { day, toWork, toHome } = routine(vehicle, at);
  const days = day - vehicle.firstDay + (toWork + toHome) / 2;
  return 12 + Math.max(0, days) * vehicle.kmPerDay;
}

/** Where the vehicle is: at home, at work or on the straight line between them. */
export function positionOf(vehicle: Vehicle, at: number): Position {
  const { toWork, toHome } = routine(vehicle, at);
  const share = toWork - toHome;
  const { home, work } = vehicle;
  return {
    latitude: home.latitude + (work.latitude - home.latitude) * share,
    longitude: home.longitude + (work.longitude - home.longitude) * share,
  };
}

/** Fuel left in the tank as a fraction, refilled when 15 % are left. */
export function fuelLevel(vehicle: Vehicle, at: number): number {
  const tankfuls = odometerKm(vehicle, at) / (0.85 * vehicle.fuelRangeKm) + vehicle.tankPhase;
  return 1 - 0.85 * (tankfuls % 1);
}

/** Remaining oil life as a fraction, changed when 5 % are left. */
export function oilLife(vehicle: Vehicle, at: number): number {
  return 1 - 0.95 * ((odometerKm(vehicle, at) / vehicle.oilIntervalKm) % 1);
}

/** Tyre pressures in kPa; they follow the warmth of the day. */
export function tyrePressuresKpa(vehicle: Vehicle, at: number): readonly number[] {
  const warmth = 3 * Math.sin(((routine(vehicle, at).hour - 9) / 24) * 2 * Math.PI);
  return vehicle.tyresKpa.map((cold) => cold + warmth);
}

export type Charging = {
  /** Fraction of the usable capacity. */
  level: number;
  isPluggedIn: boolean;
  state: 'CHARGING' | 'FULLY_CHARGED' | 'NOT_CHARGING';
  limit: number;
};

function levelByRoutine(vehicle: Vehicle, at: number, limit: number): Charging {
  const { hour, toWork, toHome } = routine(vehicle, at);
  const perHour = vehicle.chargerKw / (vehicle.batteryKwh ?? 1);
  const used = Math.min(0.7 * limit, vehicle.kmPerDay / vehicle.electricRangeKm, perHour * 7.5);
  const isPluggedHere = (arrival: number) => hour - arrival > COMMUTE_HOURS + PLUG_DELAY_HOURS;
  const finish = (level: number, isPluggedIn: boolean, drawing: boolean): Charging => {
    const capped = Math.min(limit, level);
    const full = capped >= limit;
    const state =
      !isPluggedIn || (!drawing && !full) ? 'NOT_CHARGING' : full ? 'FULLY_CHARGED' : 'CHARGING';
    return { level: capped, isPluggedIn, state, limit };
  };
  if (vehicle.chargesAt === 'work') {
    const plugged = isPluggedHere(vehicle.leavesAt) && toHome === 0;
    if (toHome > 0) return finish(limit - (used / 2) * toHome, false, false);
    if (!plugged) return finish(limit - used / 2 - (used / 2) * toWork, false, false);
    const since = hour - vehicle.leavesAt - COMMUTE_HOURS - PLUG_DELAY_HOURS;
    return finish(limit - used + perHour * since, true, true);
  }
  if (toWork === 0)
    return finish(limit - used + perHour * (hour + 24 - NIGHT_CHARGE_FROM), true, true);
  const level = limit - (used / 2) * (toWork + toHome);
  if (!isPluggedHere(vehicle.leavesAt + WORKING_HOURS)) return finish(level, false, false);
  return finish(
    level + perHour * Math.max(0, hour - NIGHT_CHARGE_FROM),
    true,
    hour >= NIGHT_CHARGE_FROM,
  );
}

/** Charge level and state, by routine or, for some hours, by the last charge command. */
export function chargingOf(vehicle: Vehicle, changes: VehicleChanges, at: number): Charging {
  const limit = changes.limit ?? vehicle.chargeLimit;
  const command = changes.charge;
  if (!command || at < command.at || at - command.at > COMMAND_HOLDS_MS) {
    return levelByRoutine(vehicle, at, limit);
  }
  if (command.mode === 'STOPPED') {
    return { level: command.level, isPluggedIn: true, state: 'NOT_CHARGING', limit };
  }
  const perMs = vehicle.chargerKw / (vehicle.batteryKwh ?? 1) / HOUR_MS;
  const level = Math.max(command.level, Math.min(limit, command.level + perMs * (at - command.at)));
  return { level, isPluggedIn: true, state: level >= limit ? 'FULLY_CHARGED' : 'CHARGING', limit };
}

/** Whether the doors are locked, by habit or, for some hours, by the last command. */
export function isLocked(vehicle: Vehicle, changes: VehicleChanges, at: number): boolean {
  const command = changes.lock;
  if (command && at >= command.at && at - command.at <= COMMAND_HOLDS_MS) return command.locked;
  return vehicle.lockedWhenParked;
}

/** When the car recorded what a reading at `at` gives: some delay ago, or its last command. */
export function recordedAt(vehicle: Vehicle, changes: VehicleChanges, at: number): number {
  const routine = at - vehicle.dataDelayMs;
  const command = changes.commandAt ?? 0;
  return command <= at ? Math.max(routine, command) : routine;
}
