import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readFirstVersion } from '../../fleet/localCopy/firstVersion.ts';
import { type Keeper, openKeeper } from '../../fleet/localCopy/keeper.ts';
import { migrate } from '../../fleet/localCopy/migrations.ts';
import { loadSqlite } from '../../fleet/localCopy/sqlite.ts';
import { type Errand, momentOf, nextInQueue, TEST_MIGRATIONS, VEHICLE } from './orders.ts';

/** Works on a local copy until it is killed. Waits for its orders, so that it can be started early. */
const open = await loadSqlite();

/** At once and whole, since nothing of this process is left a moment later. */
const tell = (line: string | number) => void writeSync(1, `${line}\n`);

function save(keeper: Keeper, number: number): void {
  const at = momentOf(number);
  const reading = { value: { distanceKm: number }, measuredAt: at, fetchedAt: at };
  keeper.save({
    vehicles: [{ ...VEHICLE, year: number }],
    history: [{ vehicleId: VEHICLE.id, kind: 'odometer', reading }],
    calls: [
      {
        vehicleId: VEHICLE.id,
        at,
        endpoint: 'POST /vehicles/{id}/batch',
        items: [String(number)],
        status: 200,
        code: null,
        requestId: null,
        durationMs: 1,
        counted: 1,
      },
    ],
    unqueued: [nextInQueue(number - 1)],
    queued: [
      {
        vehicleId: nextInQueue(number),
        askedBy: 'schedule',
        askedAt: at,
        attempts: 0,
        notBefore: null,
      },
    ],
  });
}

function begin(errand: Errand, folder: string): void {
  const file = join(folder, 'vehicles.db');
  if (errand === 'migrate') {
    const database = open(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    migrate(database, TEST_MIGRATIONS);
    tell('migrated');
    return;
  }
  const old = join(folder, 'vehicles.json');
  const left = errand === 'import' ? readFirstVersion(old, Date.now()) : null;
  const keeper = openKeeper({
    file,
    open,
    now: Date.now,
    firstVersion: left && { ...left, file: old },
    onSetAside: (name) => tell(`set aside ${name}`),
    onWritten: (worked) => tell(`written ${worked}`),
  });
  if (errand === 'import') {
    tell('imported');
    return;
  }
  const [text] = keeper.read((store) => store.vehicles([VEHICLE.id]));
  let number: number = text === undefined ? 0 : JSON.parse(text).year;
  for (;;) {
    number += 1;
    save(keeper, number);
    tell(number);
  }
}

tell('ready');
createInterface({ input: process.stdin }).once('line', (line) => {
  const [errand, folder] = JSON.parse(line) as [Errand, string];
  begin(errand, folder);
});
