/** Smartcar's 28 permissions and, in plain words, what each lets an app do. */
export const PERMISSIONS: ReadonlyMap<string, { en: string; de: string }> = new Map([
  [
    'read_vehicle_info',
    { en: 'Know make, model and year', de: 'Marke, Modell und Baujahr kennen' },
  ],
  ['read_vin', { en: 'Read the VIN', de: 'Fahrgestellnummer lesen' }],
  ['read_odometer', { en: 'Read the total distance', de: 'Gesamtstrecke lesen' }],
  ['read_fuel', { en: 'Read fuel level and range', de: 'Tankfüllung und Reichweite lesen' }],
  [
    'read_battery',
    {
      en: 'Read battery level, range and capacity',
      de: 'Batteriestand, Reichweite, Kapazität lesen',
    },
  ],
  ['read_charge', { en: 'Read charging state and limit', de: 'Ladezustand und Ladegrenze lesen' }],
  [
    'control_charge',
    { en: 'Start and stop charging, set the limit', de: 'Laden starten, beenden und begrenzen' },
  ],
  ['read_location', { en: 'Know where the car is', de: 'Standort kennen' }],
  ['read_engine_oil', { en: 'Read remaining oil life', de: 'Restlebensdauer des Öls lesen' }],
  ['read_tires', { en: 'Read tire pressures', de: 'Reifendruck lesen' }],
  [
    'read_security',
    {
      en: 'Know if locks, doors and windows are closed',
      de: 'Schlösser, Türen und Fenster prüfen',
    },
  ],
  ['control_security', { en: 'Lock and unlock the car', de: 'Auto ver- und entriegeln' }],
  [
    'read_diagnostics',
    { en: 'Read warnings and trouble codes', de: 'Warnungen und Fehlercodes lesen' },
  ],
  ['read_service_history', { en: 'Read dealer service records', de: 'Werkstattbesuche lesen' }],
  ['control_navigation', { en: 'Send a destination to the car', de: 'Ziel ans Auto senden' }],
  ['read_extended_vehicle_info', { en: 'Read configuration details', de: 'Ausstattung lesen' }],
  ['read_alerts', { en: 'Read vehicle alerts', de: 'Fahrzeugmeldungen lesen' }],
  [
    'read_charge_locations',
    { en: 'Read saved charging places', de: 'Gespeicherte Ladeorte lesen' },
  ],
  [
    'read_charge_records',
    { en: 'Read past charging sessions and bills', de: 'Frühere Ladevorgänge lesen' },
  ],
  ['read_charge_events', { en: 'Be told about charging events', de: 'Ladeereignisse erhalten' }],
  ['read_climate', { en: 'Read the cabin climate', de: 'Klimatisierung lesen' }],
  ['control_climate', { en: 'Set the cabin climate', de: 'Klimatisierung einstellen' }],
  ['read_compass', { en: 'Read the heading', de: 'Fahrtrichtung lesen' }],
  ['read_speedometer', { en: 'Read the speed', de: 'Geschwindigkeit lesen' }],
  [
    'read_thermometer',
    { en: 'Read inside and outside temperature', de: 'Innen- und Außentemperatur lesen' },
  ],
  [
    'read_user_profile',
    { en: 'Read e-mail and phone of your account', de: 'E-Mail und Telefon des Kontos lesen' },
  ],
  ['control_pin', { en: 'Change the PIN', de: 'PIN ändern' }],
  ['control_trunk', { en: 'Open the trunk', de: 'Kofferraum öffnen' }],
]);

/** The permissions of a Connect run that names none (the dashboard's "Vehicle Access" set). */
export const DEFAULT_SCOPE: readonly string[] = [
  'read_vehicle_info',
  'read_vin',
  'read_odometer',
  'read_fuel',
  'read_battery',
  'read_charge',
  'read_location',
  'read_engine_oil',
  'read_tires',
  'read_security',
];
