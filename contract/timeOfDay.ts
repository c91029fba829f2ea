import * as z from 'zod';

/** A time of day as clocks on the wall show it, e.g. `22:00`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A time of day on the day that lies so many days after that of `moment`, by this computer's clock. */
export function timeOn(moment: Date, daysAfter: number, timeOfDay: string): Date {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return new Date(
    moment.getFullYear(),
    moment.getMonth(),
    moment.getDate() + daysAfter,
    hours,
    minutes,
  );
}
