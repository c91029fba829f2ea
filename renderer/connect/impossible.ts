/** Stops the compiler where a member of a union was forgotten. */
export function impossible(missed: never): never {
  throw new Error(`Nothing is written for ${JSON.stringify(missed)}`);
}
