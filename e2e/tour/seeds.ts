import type { Application } from '../../contract/application.ts';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import type { ReadingProblem } from '../../contract/readings.ts';
import type { VehicleRecord } from '../../main/fleet/vehicleRecord.ts';
import { newProfile, type ProfileRecord, SIMULATED } from '../../main/settings/profileSchema.ts';
import { MADE_UP_CONNECTION } from '../../main/testing/fleet.ts';
import type { Machine } from '../app.ts';
import { startWithFleet } from '../fleet.ts';

const OWN = {
  kind: 'own',
  clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
  redirectUris: ['sc8229df9f-91a0-4ff0-a1ae-a1f38ee24d07://exchange'],
  mode: 'live',
  exchange: { kind: 'local' },
} as const satisfies Application;

/** Nothing is read by itself: made-up vehicles have no tokens. */
const budget = { ...DEFAULT_BUDGET, refreshEveryHours: null };
const simulated: ProfileRecord = { ...SIMULATED, budget };
const own: ProfileRecord = {
  ...newProfile({ id: 'own', application: OWN }, [simulated]),
  name: 'Leased cars of the northern depots',
  budget,
};

/** Starts the app with simulated cars, and an own application beside them. */
export function startWithProfiles(machine: Machine) {
  const settings = { profiles: [simulated, own], profile: simulated.id };
  return startWithFleet(machine, 24, { settings });
}

const failed: ReadingProblem = {
  reason: 'failed',
  code: null,
  requestId: null,
  retryAt: null,
  at: new Date().toISOString(),
};

/** A third has to be connected again, and of the others half have a value that failed. */
function inTrouble(vehicle: VehicleRecord, index: number): VehicleRecord {
  const mine = { ...vehicle, application: OWN.clientId, hold: null };
  const since = new Date(Date.now() - 3 * 86_400_000).toISOString();
  if (index % 3 === 0) {
    return { ...mine, access: 'reconnect', accessEnded: { reason: 'login', since } };
  }
  if (index % 3 === 1) return mine;
  const { odometer } = mine.readings;
  return { ...mine, readings: { ...mine.readings, odometer: { ...odometer, problem: failed } } };
}

/** Starts the app with an own application whose secret is lost, and vehicles that are in trouble. */
export function startWithTrouble(machine: Machine) {
  const settings = {
    profiles: [simulated, own],
    profile: own.id,
    connections: [
      { ...MADE_UP_CONNECTION, application: OWN.clientId, userId: null, externalId: null },
    ],
  };
  return startWithFleet(machine, 24, { vehicle: inTrouble, settings });
}
