export type Powertrain = 'ICE' | 'HEV' | 'PHEV' | 'BEV';

/** A model line. Usable battery in kWh, tank in litres; null where there is none. */
export type Model = {
  name: string;
  powertrain: Powertrain;
  firstYear: number;
  lastYear: number;
  batteryKwh: number | null;
  tankLitres: number | null;
};

type Row = readonly [
  name: string,
  powertrain: Powertrain,
  firstYear: number,
  lastYear: number,
  batteryKwh: number | null,
  tankLitres: number | null,
];

/** Rounded, typical figures; model years are clipped to the years the sandbox simulates. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  TESLA: [
    ['Model 3', 'BEV', 2018, 2026, 75, null],
    ['Model Y', 'BEV', 2020, 2026, 75, null],
    ['Model S', 'BEV', 2016, 2026, 95, null],
    ['Model X', 'BEV', 2016, 2026, 95, null],
  ],
  VOLKSWAGEN: [
    ['ID.4', 'BEV', 2021, 2026, 77, null],
    ['e-Golf', 'BEV', 2016, 2020, 32, null],
    ['Passat GTE', 'PHEV', 2016, 2023, 11, 50],
    ['Tiguan', 'ICE', 2018, 2026, null, 58],
    ['Atlas', 'ICE', 2018, 2026, null, 70],
  ],
  BMW: [
    ['i4', 'BEV', 2022, 2026, 81, null],
    ['i3', 'BEV', 2016, 2021, 38, null],
    ['330e', 'PHEV', 2017, 2025, 10, 40],
    ['X3', 'ICE', 2016, 2026, null, 65],
  ],
  HYUNDAI: [
    ['IONIQ 5', 'BEV', 2022, 2026, 74, null],
    ['Kona Electric', 'BEV', 2019, 2026, 64, null],
    ['Tucson Hybrid', 'HEV', 2021, 2026, null, 52],
    ['Santa Fe', 'ICE', 2019, 2026, null, 67],
  ],
  KIA: [
    ['EV6', 'BEV', 2022, 2026, 74, null],
    ['Niro EV', 'BEV', 2019, 2026, 64, null],
    ['Sorento Plug-in Hybrid', 'PHEV', 2021, 2026, 14, 47],
    ['Sportage', 'ICE', 2017, 2026, null, 54],
  ],
  TOYOTA: [
    ['RAV4 Hybrid', 'HEV', 2019, 2026, null, 55],
    ['RAV4 Prime', 'PHEV', 2021, 2025, 18, 55],
    ['Camry', 'ICE', 2018, 2024, null, 60],
    ['bZ4X', 'BEV', 2023, 2025, 64, null],
  ],
  FORD: [
    ['Mustang Mach-E', 'BEV', 2021, 2026, 88, null],
    ['F-150', 'ICE', 2019, 2026, null, 87],
    ['Escape Plug-in Hybrid', 'PHEV', 2021, 2026, 14, 42],
    ['Explorer Hybrid', 'HEV', 2020, 2025, null, 68],
  ],
  CHEVROLET: [
    ['Bolt EV', 'BEV', 2017, 2023, 65, null],
    ['Volt', 'PHEV', 2016, 2019, 18, 34],
    ['Equinox EV', 'BEV', 2024, 2026, 85, null],
    ['Silverado 1500', 'ICE', 2017, 2026, null, 91],
  ],
  NISSAN: [
    ['Leaf', 'BEV', 2018, 2025, 60, null],
    ['Ariya', 'BEV', 2023, 2026, 87, null],
    ['Rogue', 'ICE', 2018, 2026, null, 55],
  ],
  AUDI: [
    ['Q4 e-tron', 'BEV', 2022, 2026, 77, null],
    ['e-tron', 'BEV', 2019, 2023, 86, null],
    ['A6 TFSI e', 'PHEV', 2020, 2024, 14, 52],
    ['A4', 'ICE', 2017, 2025, null, 54],
  ],
  VOLVO: [
    ['XC40 Recharge', 'BEV', 2021, 2024, 75, null],
    ['XC60 Recharge', 'PHEV', 2018, 2025, 15, 70],
    ['V60', 'ICE', 2019, 2025, null, 60],
  ],
  RENAULT: [
    ['Zoe', 'BEV', 2017, 2024, 52, null],
    ['Megane E-Tech', 'BEV', 2022, 2026, 60, null],
    ['Captur', 'ICE', 2020, 2026, null, 48],
  ],
  PEUGEOT: [
    ['e-208', 'BEV', 2020, 2026, 46, null],
    ['3008 Hybrid', 'PHEV', 2020, 2024, 11, 43],
    ['308', 'ICE', 2018, 2026, null, 52],
  ],
  SKODA: [
    ['Enyaq', 'BEV', 2021, 2026, 77, null],
    ['Octavia iV', 'PHEV', 2020, 2024, 11, 40],
    ['Superb', 'ICE', 2017, 2026, null, 66],
  ],
  MERCEDES_BENZ: [
    ['EQB', 'BEV', 2022, 2026, 67, null],
    ['EQS', 'BEV', 2022, 2026, 108, null],
    ['GLC 300 e', 'PHEV', 2020, 2025, 14, 50],
    ['C-Class', 'ICE', 2017, 2026, null, 66],
  ],
  POLESTAR: [
    ['2', 'BEV', 2021, 2026, 78, null],
    ['3', 'BEV', 2025, 2026, 107, null],
  ],
  RIVIAN: [
    ['R1T', 'BEV', 2022, 2026, 128, null],
    ['R1S', 'BEV', 2022, 2026, 128, null],
  ],
  CUPRA: [
    ['Born', 'BEV', 2021, 2026, 58, null],
    ['Formentor e-Hybrid', 'PHEV', 2021, 2025, 11, 40],
  ],
  OPEL: [
    ['Corsa-e', 'BEV', 2020, 2026, 46, null],
    ['Astra', 'ICE', 2018, 2026, null, 52],
  ],
  CITROEN: [
    ['e-C4', 'BEV', 2021, 2026, 46, null],
    ['C5 Aircross Hybrid', 'PHEV', 2020, 2025, 11, 43],
    ['C3', 'ICE', 2018, 2024, null, 45],
  ],
  MINI: [
    ['Cooper SE', 'BEV', 2020, 2024, 29, null],
    ['Countryman ALL4 Plug-in Hybrid', 'PHEV', 2018, 2023, 9, 36],
    ['Clubman', 'ICE', 2017, 2024, null, 48],
  ],
  JEEP: [
    ['Wrangler 4xe', 'PHEV', 2021, 2025, 14, 65],
    ['Grand Cherokee', 'ICE', 2017, 2026, null, 87],
  ],
  HONDA: [
    ['Prologue', 'BEV', 2024, 2026, 85, null],
    ['CR-V Hybrid', 'HEV', 2020, 2026, null, 53],
    ['Civic', 'ICE', 2022, 2026, null, 47],
  ],
  SUBARU: [
    ['Solterra', 'BEV', 2023, 2026, 67, null],
    ['Outback', 'ICE', 2019, 2026, null, 70],
  ],
  MAZDA: [
    ['CX-90 PHEV', 'PHEV', 2024, 2026, 18, 70],
    ['CX-5', 'ICE', 2020, 2026, null, 58],
  ],
  GMC: [
    ['Hummer EV', 'BEV', 2022, 2026, 212, null],
    ['Sierra 1500', 'ICE', 2017, 2026, null, 91],
  ],
  CADILLAC: [
    ['LYRIQ', 'BEV', 2023, 2026, 102, null],
    ['XT5', 'ICE', 2017, 2026, null, 83],
  ],
  BUICK: [
    ['Enclave', 'ICE', 2018, 2026, null, 82],
    ['Encore GX', 'ICE', 2020, 2026, null, 50],
  ],
  RAM: [
    ['1500', 'ICE', 2019, 2026, null, 98],
    ['ProMaster EV', 'BEV', 2024, 2026, 110, null],
  ],
  DODGE: [
    ['Hornet R/T', 'PHEV', 2023, 2025, 12, 42],
    ['Durango', 'ICE', 2018, 2026, null, 93],
  ],
  CHRYSLER: [
    ['Pacifica Hybrid', 'PHEV', 2017, 2025, 16, 62],
    ['300', 'ICE', 2017, 2023, null, 70],
  ],
  LINCOLN: [
    ['Corsair Grand Touring', 'PHEV', 2021, 2025, 14, 43],
    ['Nautilus', 'ICE', 2019, 2026, null, 70],
  ],
  LEXUS: [
    ['RZ 450e', 'BEV', 2023, 2026, 64, null],
    ['NX 450h+', 'PHEV', 2022, 2026, 18, 55],
    ['RX 350', 'ICE', 2017, 2026, null, 72],
  ],
  ACURA: [
    ['ZDX', 'BEV', 2024, 2025, 102, null],
    ['RDX', 'ICE', 2019, 2026, null, 65],
  ],
  INFINITI: [
    ['QX60', 'ICE', 2018, 2026, null, 70],
    ['QX80', 'ICE', 2019, 2026, null, 98],
  ],
  PORSCHE: [
    ['Taycan', 'BEV', 2020, 2026, 84, null],
    ['Cayenne E-Hybrid', 'PHEV', 2018, 2026, 14, 75],
    ['Macan', 'ICE', 2017, 2024, null, 65],
  ],
  JAGUAR: [
    ['I-PACE', 'BEV', 2019, 2024, 85, null],
    ['F-PACE', 'ICE', 2017, 2025, null, 82],
  ],
  LAND_ROVER: [
    ['Defender P400e', 'PHEV', 2021, 2026, 15, 90],
    ['Discovery', 'ICE', 2017, 2026, null, 89],
  ],
  ALFA_ROMEO: [
    ['Tonale', 'PHEV', 2023, 2026, 12, 42],
    ['Giulia', 'ICE', 2017, 2026, null, 58],
  ],
  FIAT: [
    ['500e', 'BEV', 2021, 2026, 37, null],
    ['Panda Hybrid', 'HEV', 2020, 2026, null, 38],
  ],
  DACIA: [
    ['Spring', 'BEV', 2021, 2026, 25, null],
    ['Duster', 'ICE', 2018, 2026, null, 50],
  ],
  BYD: [
    ['Atto 3', 'BEV', 2022, 2026, 60, null],
    ['Seal U DM-i', 'PHEV', 2024, 2026, 18, 60],
  ],
  DS: [
    ['3 E-Tense', 'BEV', 2020, 2026, 46, null],
    ['7 E-Tense', 'PHEV', 2020, 2025, 13, 43],
  ],
  SEAT: [
    ['Leon e-Hybrid', 'PHEV', 2021, 2025, 11, 40],
    ['Ateca', 'ICE', 2017, 2026, null, 50],
  ],
  VAUXHALL: [
    ['Mokka Electric', 'BEV', 2021, 2026, 46, null],
    ['Astra', 'ICE', 2018, 2026, null, 52],
  ],
};

/** The models the sandbox knows of a brand; empty for an unknown one. */
export function modelsOf(make: string): readonly Model[] {
  return (ROWS[make] ?? []).map(
    ([name, powertrain, firstYear, lastYear, batteryKwh, tankLitres]) => ({
      name,
      powertrain,
      firstYear,
      lastYear,
      batteryKwh,
      tankLitres,
    }),
  );
}
