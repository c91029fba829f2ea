/** The regions that Smartcar tells apart. */
export const REGIONS = ['US', 'CA', 'EUROPE'] as const;
export type Region = (typeof REGIONS)[number];

/** A car maker's brand as Connect knows it. */
export interface Brand {
  /** The value of the `make` parameter, as far as it is published; free text is allowed beside it. */
  readonly code: string;
  readonly name: string;
  readonly regions: readonly Region[];
  /** World manufacturer identifiers (ISO 3780) by which a VIN is recognised. */
  readonly wmi: readonly string[];
  /** Only Smartcar's phone SDKs can connect it ("Brand quirks"). */
  readonly phoneOnly: boolean;
}

const ALL: readonly Region[] = ['US', 'CA', 'EUROPE'];
const NORTH_AMERICA: readonly Region[] = ['US', 'CA'];
const US_EUROPE: readonly Region[] = ['US', 'EUROPE'];
const US: readonly Region[] = ['US'];
const EUROPE: readonly Region[] = ['EUROPE'];

function brand(
  code: string,
  name: string,
  regions: readonly Region[],
  wmi: string,
  phoneOnly = false,
): Brand {
  return { code, name, regions, wmi: wmi.split(' '), phoneOnly };
}

/**
 * Brands by name. Names and regions: Smartcar documentation, "Brand subscriptions"; codes: Smartcar's
 * SDKs and samples, else the upper-case name. Smartcar publishes no list of codes, so this one is data
 * and not a limit.
 */
export const BRANDS: readonly Brand[] = [
  brand('ACURA', 'Acura', NORTH_AMERICA, '19U 5J8 5J0 JH4'),
  brand('ALFA_ROMEO', 'Alfa Romeo', US_EUROPE, 'ZAR ZAS'),
  brand('AUDI', 'Audi', ALL, 'WAU WA1 WUA WU1 TRU'),
  brand('BMW', 'BMW', ALL, 'WBA WBS WBY WBX WB1 5UX 5UM 5YM 4US'),
  brand('BUICK', 'Buick', NORTH_AMERICA, '1G4 2G4 5GA KL4 LRB W04'),
  brand('BYD', 'BYD', EUROPE, 'LGX LC0'),
  brand('CADILLAC', 'Cadillac', NORTH_AMERICA, '1G6 1GY 3GY LRE'),
  brand('CHEVROLET', 'Chevrolet', NORTH_AMERICA, '1G1 1GC 1GN 2G1 2GC 2GN 3G1 3GC 3GN KL1 KL7'),
  brand('CHRYSLER', 'Chrysler', NORTH_AMERICA, '1C3 2C4'),
  brand('CITROEN', 'Citroën', EUROPE, 'VF7 VR7'),
  brand('CUPRA', 'CUPRA', EUROPE, 'VSS'),
  brand('DACIA', 'Dacia', EUROPE, 'UU1 UU3'),
  brand('DODGE', 'Dodge', NORTH_AMERICA, '1B3 1D7 2B3 2D4 3D4'),
  brand('DS', 'DS', EUROPE, 'VR1'),
  brand('FIAT', 'Fiat', US_EUROPE, 'ZFA ZFB 3C3'),
  brand('FORD', 'Ford', ALL, '1FA 1FB 1FC 1FD 1FM 1FT 2FM 3FA 3FM WF0 NM0', true),
  brand('GMC', 'GMC', NORTH_AMERICA, '1GK 1GT 2GK 2GT 3GK 3GT'),
  brand('HONDA', 'Honda', US, '1HG 19X 2HG 2HK 5FN 5J6 7FA JHM SHH'),
  brand('HYUNDAI', 'Hyundai', ALL, 'KMH KM8 5NM 5NP 7YA TMA NLH'),
  brand('INFINITI', 'Infiniti', US, '5N3 JN8 JNK 3PC'),
  brand('JAGUAR', 'Jaguar', ALL, 'SAJ SAD'),
  brand('JEEP', 'Jeep', NORTH_AMERICA, '1C4 1J4 1J8 3C4 ZAC'),
  brand('KIA', 'Kia', ALL, 'KNA KND KNE 5XX 5XY 3KP U5Y'),
  brand('LAND_ROVER', 'Land Rover', ALL, 'SAL'),
  brand('LEXUS', 'Lexus', NORTH_AMERICA, 'JTH JTJ 2T2 58A'),
  brand('LINCOLN', 'Lincoln', US, '1LN 2LM 3LN 5LM', true),
  brand('MAZDA', 'Mazda', US_EUROPE, 'JM1 JM3 JMZ 3MV 3MZ 7MM'),
  brand('MERCEDES_BENZ', 'Mercedes-Benz', ALL, 'W1K W1N W1V WDB WDC WDD WDF 4JG 55S'),
  brand('MINI', 'MINI', ALL, 'WMW WMZ'),
  brand('NISSAN', 'Nissan', US_EUROPE, '1N4 1N6 3N1 3N8 5N1 JN1 SJN VSK'),
  brand('OPEL', 'Opel', EUROPE, 'W0V VXK'),
  brand('PEUGEOT', 'Peugeot', EUROPE, 'VF3 VR3'),
  brand('POLESTAR', 'Polestar', ALL, 'YSM LPS YSR'),
  brand('PORSCHE', 'Porsche', US_EUROPE, 'WP0 WP1'),
  brand('RAM', 'RAM', NORTH_AMERICA, '1C6 3C6 3C7'),
  brand('RENAULT', 'Renault', EUROPE, 'VF1 VF6 VF8'),
  brand('RIVIAN', 'Rivian', US, '7FC 7PD'),
  brand('SEAT', 'SEAT', EUROPE, 'VSE'),
  brand('SKODA', 'Škoda', EUROPE, 'TMB TMP'),
  brand('SUBARU', 'Subaru', US, '4S3 4S4 JF1 JF2'),
  brand('TESLA', 'Tesla', ALL, '5YJ 7SA 7G2 LRW XP7 SFZ'),
  brand('TOYOTA', 'Toyota', NORTH_AMERICA, '1NX 2T1 2T3 3TM 4T1 4T3 5TD 5TF 5YF JTD JTE JTM JTN'),
  brand('VAUXHALL', 'Vauxhall', EUROPE, 'W0L'),
  brand('VOLKSWAGEN', 'Volkswagen', US_EUROPE, 'WVW WVG WV1 WV2 1VW 1V2 3VW 3VV'),
  brand('VOLVO', 'Volvo', ALL, 'YV1 YV4 7JR LVY'),
];

const BY_CODE: ReadonlyMap<string, Brand> = new Map(BRANDS.map((one) => [one.code, one]));
const BY_WMI: ReadonlyMap<string, Brand> = new Map(
  BRANDS.flatMap((one) => one.wmi.map((wmi) => [wmi, one] as const)),
);

/** The brand with this code, in any letter case. */
export function brandOfCode(code: string): Brand | null {
  return BY_CODE.get(code.trim().toUpperCase()) ?? null;
}

/** The brand that a VIN's first three characters name. */
export function brandOfWmi(wmi: string): Brand | null {
  return BY_WMI.get(wmi) ?? null;
}

/** EU, EFTA and the United Kingdom: where Smartcar's European brands are served. */
const EUROPEAN_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
);

/** The region of a country (ISO 3166-1 alpha-2), or `null` where Smartcar serves none. */
export function regionOfCountry(country: string): Region | null {
  if (country === 'US' || country === 'CA') return country;
  return EUROPEAN_COUNTRIES.has(country) ? 'EUROPE' : null;
}

/** The countries that Connect may be told to start in, as ISO 3166-1 alpha-2 codes. */
export const COUNTRIES: readonly string[] = ['US', 'CA', ...EUROPEAN_COUNTRIES];
