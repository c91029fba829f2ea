import { FIELDS, type Field, type Mapping, NO_COLUMNS, type TextTable } from './fields.ts';
import { mendVin } from './mendVin.ts';

/** How many rows are looked at. */
const LOOKED_AT = 200;

/** A column is taken for that of the VINs where so many of its cells could be one. */
const ENOUGH = 0.2;

/** What headings say that stand above such a column, in English and German, without signs. */
const WORDS: Readonly<Record<Field, readonly string[]>> = {
  vin: [
    ...['vin', 'fin', 'vinfin', 'finvin', 'vinnumber', 'vehicleidentificationnumber'],
    ...['chassisnumber', 'chassisno', 'chassis', 'fahrgestellnummer', 'fahrgestellnr'],
    ...['fahrzeugidentifizierungsnummer', 'fahrzeugidentifikationsnummer', 'fahrzeugidentnr'],
  ],
  plate: [
    ...['plate', 'plates', 'licenseplate', 'licenceplate', 'numberplate', 'platenumber'],
    ...['registration', 'registrationnumber', 'regno', 'reg', 'kennzeichen', 'kfzkennzeichen'],
    ...['amtlicheskennzeichen', 'nummernschild'],
  ],
  driver: [
    ...['driver', 'drivername', 'assignedto', 'assigneddriver', 'employee', 'user'],
    ...['fahrer', 'fahrername', 'fahrerin', 'fahrerinnen', 'nutzer', 'mitarbeiter'],
  ],
  group: [
    ...['group', 'fleet', 'department', 'team', 'costcentre', 'costcenter', 'site', 'branch'],
    ...['depot', 'region', 'gruppe', 'flotte', 'abteilung', 'kostenstelle', 'standort'],
    ...['niederlassung', 'bereich'],
  ],
  name: [
    ...['name', 'vehicle', 'vehiclename', 'vehicleid', 'vehiclenumber', 'unit', 'unitnumber'],
    ...['asset', 'fleetnumber', 'nickname', 'fahrzeug', 'fahrzeugname', 'bezeichnung'],
    ...['fahrzeugbezeichnung', 'wagen', 'wagennummer', 'fahrzeugnummer', 'fahrzeugnr'],
  ],
  notes: [
    ...['notes', 'note', 'comment', 'comments', 'remark', 'remarks', 'description'],
    ...['notiz', 'notizen', 'bemerkung', 'bemerkungen', 'kommentar', 'anmerkung', 'hinweis'],
  ],
};

/** What a table most likely means. */
export interface MappingGuess {
  readonly mapping: Mapping;
  /** Whether the first row says what the columns are. */
  readonly hasHeadings: boolean;
}

/** Whether a text could be a VIN, right or mistyped. */
export function isVinShaped(text: string): boolean {
  const { vin } = mendVin(text);
  return /^[A-Z0-9]{17}$/.test(vin) && /\d{3}/.test(vin);
}

function wordOf(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The share of a column's filled cells that could be VINs. */
function vinShare(rows: TextTable['rows'], column: number): number {
  const cells = rows.flatMap((row) => row[column]?.trim() || []);
  return cells.length === 0 ? 0 : cells.filter(isVinShaped).length / cells.length;
}

/** Guesses by the cells where the VINs are, and by the headings what the other columns are. */
export function guessMapping(rows: TextTable['rows']): MappingGuess {
  const [first = []] = rows;
  const headings = first.map(wordOf);
  const columnOf = (field: Field) => {
    const at = headings.findIndex((heading) => WORDS[field].includes(heading));
    return at === -1 ? null : at;
  };
  const named = columnOf('vin');
  const sample = rows.slice(0, LOOKED_AT);
  const width = sample.reduce((most, row) => Math.max(most, row.length), 0);
  let vin = named;
  let best = named === null ? ENOUGH : Math.max(ENOUGH, vinShare(sample.slice(1), named));
  for (let column = 0; column < width; column += 1) {
    const share = vinShare(sample, column);
    if (column !== named && share > best) {
      vin = column;
      best = share;
    }
  }
  const mapping = { ...NO_COLUMNS, vin };
  const taken = new Set([vin]);
  let hasHeadings = named !== null;
  for (const field of FIELDS) {
    const at = field === 'vin' ? null : columnOf(field);
    if (at === null || taken.has(at)) continue;
    taken.add(at);
    mapping[field] = at;
    hasHeadings = true;
  }
  // Above VINs, a word without a figure is a heading, whatever it says.
  const above = vin === null ? '' : (first[vin]?.trim() ?? '');
  return { mapping, hasHeadings: hasHeadings || (above !== '' && !/\d/.test(above)) };
}
