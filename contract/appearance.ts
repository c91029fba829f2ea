import * as z from 'zod';

/** The languages that Motorpool speaks. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['light', 'dark'] as const;
export const DISTANCE_UNITS = ['km', 'mi'] as const;
export const VOLUME_UNITS = ['l', 'gal'] as const;
export const PRESSURE_UNITS = ['kPa', 'bar', 'psi'] as const;

/** The units in which amounts are shown. What is kept and sent is always SI. */
export interface Units {
  readonly distance: (typeof DISTANCE_UNITS)[number];
  /** Gallons are those of the USA. */
  readonly volume: (typeof VOLUME_UNITS)[number];
  readonly pressure: (typeof PRESSURE_UNITS)[number];
}

const SYSTEM = 'system';

/** What people choose of how Motorpool looks; `system`: as this computer is set up. */
export const appearanceSchema = z.strictObject({
  language: z.enum([SYSTEM, ...LANGUAGES]),
  theme: z.enum([SYSTEM, ...THEMES]),
  motion: z.enum([SYSTEM, 'less']),
  distance: z.enum([SYSTEM, ...DISTANCE_UNITS]),
  volume: z.enum([SYSTEM, ...VOLUME_UNITS]),
  pressure: z.enum([SYSTEM, ...PRESSURE_UNITS]),
});
export type Appearance = z.infer<typeof appearanceSchema>;

export const DEFAULT_APPEARANCE: Appearance = {
  language: SYSTEM,
  theme: SYSTEM,
  motion: SYSTEM,
  distance: SYSTEM,
  volume: SYSTEM,
  pressure: SYSTEM,
};

/** The choice, and what it comes to on this computer. */
export interface AppearanceState {
  readonly choice: Appearance;
  readonly language: Language;
  readonly units: Units;
  /** What `system` stands for here. */
  readonly system: { readonly language: Language; readonly units: Units };
}
