import type { AlertRow } from './localCopy.ts';
import type { Sql } from './sqlite.ts';
import { findKey } from './vehicleIds.ts';

const SAVE = `
  INSERT INTO alerts (vehicle, state) VALUES (?, ?)
  ON CONFLICT (vehicle) DO UPDATE SET state = excluded.state`;

/** A vehicle that is gone by now has no alerts. */
export function saveAlerts(sql: Sql, { vehicleId, state }: AlertRow): void {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle !== null) sql.run(SAVE, vehicle, JSON.stringify(state));
}

/** What is known of all vehicles of these connections, in one JSON text. */
export function alertsOfVehicles(sql: Sql, connectionIds: readonly string[]): string {
  const text = `
    SELECT json_group_array(json_array(ids.id, json(state))) AS alerts
    FROM alerts
    CROSS JOIN vehicles ON vehicles.key = alerts.vehicle
    CROSS JOIN vehicle_ids AS ids ON ids.key = alerts.vehicle
    WHERE connection_id IN (SELECT value FROM json_each(?))`;
  return sql.one<{ alerts: string }>(text, JSON.stringify(connectionIds))?.alerts ?? '[]';
}

/** Reads that text; throws `SyntaxError` where it is damaged. */
export function unpackAlerts(text: string): readonly AlertRow[] {
  const rows = JSON.parse(text) as readonly (readonly [string, AlertRow['state']])[];
  return rows.map(([vehicleId, state]) => ({ vehicleId, state }));
}
