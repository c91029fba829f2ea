export type Region = 'US' | 'CA' | 'EUROPE';

/** A car maker's brand as Connect offers it. */
export type Brand = {
  /** The value of the `make` parameter and of `make` in answers. */
  code: string;
  name: string;
  regions: readonly Region[];
  /** World manufacturer identifiers (ISO 3780), the first is used for new VINs. */
  wmi: readonly string[];
  /** Only Smartcar's mobile SDKs can connect it (Smartcar's "Brand quirks" page). */
  phoneOnly?: boolean;
};

const ALL: readonly Region[] = ['US', 'CA', 'EUROPE'];
const NORTH_AMERICA: readonly Region[] = ['US', 'CA'];
const EUROPE: readonly Region[] = ['EUROPE'];
const US: readonly Region[] = ['US'];
const US_EUROPE: readonly Region[] = ['US', 'EUROPE'];

/** Brands and regions of Smartcar's "Brand subscriptions" page, most common in fleets first. */
export const BRANDS: readonly Brand[] = [
  { code: 'TESLA', name: 'Tesla', regions: ALL, wmi: ['5YJ', '7SA', 'XP7', 'LRW'] },
  { code: 'VOLKSWAGEN', name: 'Volkswagen', regions: US_EUROPE, wmi: ['WVW', '3VW', 'WVG'] },
  { code: 'BMW', name: 'BMW', regions: ALL, wmi: ['WBA', 'WBY', '5UX'] },
  { code: 'HYUNDAI', name: 'Hyundai', regions: ALL, wmi: ['KMH', 'KM8', '5NP'] },
  { code: 'KIA', name: 'Kia', regions: ALL, wmi: ['KNA', 'KND', 'U5Y'] },
  { code: 'TOYOTA', name: 'Toyota', regions: NORTH_AMERICA, wmi: ['JTD', '4T1', '2T3'] },
  { code: 'FORD', name: 'Ford', regions: ALL, wmi: ['1FA', '1FT', 'WF0'], phoneOnly: true },
  { code: 'CHEVROLET', name: 'Chevrolet', regions: NORTH_AMERICA, wmi: ['1G1', '3GN'] },
  { code: 'NISSAN', name: 'Nissan', regions: US_EUROPE, wmi: ['1N4', 'JN1', 'SJN'] },
  { code: 'AUDI', name: 'Audi', regions: ALL, wmi: ['WAU', 'WA1'] },
  { code: 'VOLVO', name: 'Volvo', regions: ALL, wmi: ['YV1', 'YV4'] },
  { code: 'RENAULT', name: 'Renault', regions: EUROPE, wmi: ['VF1'] },
  { code: 'PEUGEOT', name: 'Peugeot', regions: EUROPE, wmi: ['VF3'] },
  { code: 'SKODA', name: 'Škoda', regions: EUROPE, wmi: ['TMB'] },
  {
    code: 'MERCEDES_BENZ',
    name: 'Mercedes-Benz',
    regions: ALL,
    wmi: ['W1K', 'WDD', 'W1N'],
  },
  { code: 'POLESTAR', name: 'Polestar', regions: ALL, wmi: ['YSM', 'LPS'] },
  { code: 'RIVIAN', name: 'Rivian', regions: US, wmi: ['7FC', '7PD'] },
  { code: 'CUPRA', name: 'CUPRA', regions: EUROPE, wmi: ['VSS'] },
  { code: 'OPEL', name: 'Opel', regions: EUROPE, wmi: ['W0V'] },
  { code: 'CITROEN', name: 'Citroën', regions: EUROPE, wmi: ['VF7'] },
  { code: 'MINI', name: 'MINI', regions: ALL, wmi: ['WMW'] },
  { code: 'JEEP', name: 'Jeep', regions: NORTH_AMERICA, wmi: ['1C4'] },
  { code: 'HONDA', name: 'Honda', regions: US, wmi: ['1HG', '2HK'] },
  { code: 'SUBARU', name: 'Subaru', regions: US, wmi: ['JF2', '4S4'] },
  { code: 'MAZDA', name: 'Mazda', regions: US_EUROPE, wmi: ['JM3', 'JM1'] },
  { code: 'GMC', name: 'GMC', regions: NORTH_AMERICA, wmi: ['1GT', '1GK'] },
  { code: 'CADILLAC', name: 'Cadillac', regions: NORTH_AMERICA, wmi: ['1GY', '1G6'] },
  { code: 'BUICK', name: 'Buick', regions: NORTH_AMERICA, wmi: ['KL4', '5GA'] },
  { code: 'RAM', name: 'RAM', regions: NORTH_AMERICA, wmi: ['1C6', '3C6'] },
  { code: 'DODGE', name: 'Dodge', regions: NORTH_AMERICA, wmi: ['2C3'] },
  { code: 'CHRYSLER', name: 'Chrysler', regions: NORTH_AMERICA, wmi: ['2C4'] },
  { code: 'LINCOLN', name: 'Lincoln', regions: US, wmi: ['5LM'], phoneOnly: true },
  { code: 'LEXUS', name: 'Lexus', regions: NORTH_AMERICA, wmi: ['JTH', '2T2'] },
  { code: 'ACURA', name: 'Acura', regions: NORTH_AMERICA, wmi: ['19U', '5J8'] },
  { code: 'INFINITI', name: 'Infiniti', regions: US, wmi: ['5N1'] },
  { code: 'PORSCHE', name: 'Porsche', regions: US_EUROPE, wmi: ['WP0', 'WP1'] },
  { code: 'JAGUAR', name: 'Jaguar', regions: ALL, wmi: ['SAJ', 'SAD'] },
  { code: 'LAND_ROVER', name: 'Land Rover', regions: ALL, wmi: ['SAL'] },
  { code: 'ALFA_ROMEO', name: 'Alfa Romeo', regions: US_EUROPE, wmi: ['ZAR'] },
  { code: 'FIAT', name: 'Fiat', regions: US_EUROPE, wmi: ['ZFA'] },
  { code: 'DACIA', name: 'Dacia', regions: EUROPE, wmi: ['UU1'] },
  { code: 'BYD', name: 'BYD', regions: EUROPE, wmi: ['LGX', 'LC0'] },
  { code: 'DS', name: 'DS', regions: EUROPE, wmi: ['VR1'] },
  { code: 'SEAT', name: 'SEAT', regions: EUROPE, wmi: ['VSE'] },
  { code: 'VAUXHALL', name: 'Vauxhall', regions: EUROPE, wmi: ['W0L'] },
];

/** Spellings that older client libraries used for the same brands. */
const ALIASES: Readonly<Record<string, string>> = {
  LANDROVER: 'LAND_ROVER',
  LR: 'LAND_ROVER',
  MERCEDES: 'MERCEDES_BENZ',
  MERCEDESBENZ: 'MERCEDES_BENZ',
  ALFAROMEO: 'ALFA_ROMEO',
};

const BY_CODE: ReadonlyMap<string, Brand> = new Map(BRANDS.map((brand) => [brand.code, brand]));

/** Finds a brand by its code; case, blanks and hyphens do not matter. */
export function findBrand(code: string): Brand | undefined {
  const upper = code
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return BY_CODE.get(upper) ?? BY_CODE.get(ALIASES[upper.replaceAll('_', '')] ?? '');
}

/** Decodes a VIN's brand from its first three characters, or from Smartcar's `0SC<MAKE>` VINs. */
export function brandOfVin(vin: string): Brand | undefined {
  const upper = vin.toUpperCase();
  if (upper.startsWith('0SC')) {
    const rest = upper.slice(3);
    const compact = (brand: Brand) => brand.code.replaceAll('_', '');
    const named = BRANDS.find((brand) => rest.startsWith(compact(brand)));
    return named ?? (rest.startsWith('LR') ? BY_CODE.get('LAND_ROVER') : undefined);
  }
  return BRANDS.find((brand) => brand.wmi.includes(upper.slice(0, 3)));
}
