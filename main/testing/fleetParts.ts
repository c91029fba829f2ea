import type { ReadingProblemReason } from '../../contract/readings.ts';

/** What made-up vehicles are made of. */

export type Drive = 'electric' | 'combustion' | 'hybrid';

interface Model {
  readonly make: string;
  readonly model: string;
  readonly wmi: string;
  readonly drive: Drive;
}

const model = (make: string, name: string, wmi: string, drive: Drive): Model => ({
  make,
  model: name,
  wmi,
  drive,
});

export const MODELS: readonly Model[] = [
  model('TESLA', 'Model 3', '5YJ', 'electric'),
  model('TESLA', 'Model Y', '7SA', 'electric'),
  model('FORD', 'F-150 Lightning', '1FT', 'electric'),
  model('FORD', 'Transit', 'WF0', 'combustion'),
  model('VOLKSWAGEN', 'ID. Buzz', 'WV2', 'electric'),
  model('VOLKSWAGEN', 'Passat', 'WVW', 'hybrid'),
  model('SKODA', 'Octavia', 'TMB', 'combustion'),
  model('RENAULT', 'Mégane E-Tech', 'VF1', 'electric'),
  model('PEUGEOT', '3008', 'VF3', 'hybrid'),
  model('CITROEN', 'Berlingo', 'VF7', 'combustion'),
  model('HYUNDAI', 'IONIQ 5', 'KMH', 'electric'),
  model('KIA', 'Niro', 'KNA', 'hybrid'),
  model('BMW', 'i4', 'WBY', 'electric'),
  model('MERCEDES_BENZ', 'eVito', 'W1V', 'electric'),
  model('TOYOTA', 'RAV4 Prime', 'JTM', 'hybrid'),
  model('CHEVROLET', 'Bolt EV', '1G1', 'electric'),
  model('NISSAN', 'Leaf', 'SJN', 'electric'),
  model('VOLVO', 'XC40 Recharge', 'YV4', 'electric'),
];

export const GROUPS = [
  'Pool',
  'North',
  'South',
  'Delivery',
  'Field service',
  'Management',
  'Zürich',
];
export const TAGS = ['winter tyres', 'tow bar', 'lease 2027', 'roof rack', 'spare key', 'EV only'];
export const FIRST_NAMES = [
  'Ada',
  'Björn',
  'Chloé',
  'Dmitri',
  'Elif',
  'Fatou',
  'Grace',
  'Hugo',
  'Inês',
];
export const LAST_NAMES = [
  'Ångström',
  'Baker',
  'Castillo',
  'Dubois',
  'Evans',
  'Fischer',
  'García',
  'Okoro',
];
export const NOTES = [
  'Charge only at the depot.',
  'Windscreen chip, watch it.',
  'Back to the leasing company in May.',
];

export const PROBLEMS: readonly {
  readonly reason: ReadingProblemReason;
  readonly code: string | null;
}[] = [
  { reason: 'car_cannot', code: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE' },
  { reason: 'later', code: 'RATE_LIMIT:VEHICLE' },
  { reason: 'car_state', code: 'VEHICLE_STATE:ASLEEP' },
  { reason: 'not_in_plan', code: 'BILLING:VEHICLE_REQUEST_LIMIT' },
  { reason: 'failed', code: 'UPSTREAM:NO_RESPONSE' },
  { reason: 'account', code: 'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION' },
];

export const COMMANDS = ['control_charge', 'control_security'];
export const VIN_CHARACTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
