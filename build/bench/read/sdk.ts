import type { Batch } from './engine.ts';
import type { SandboxFleet } from './sandboxFleet.ts';

/** The part of Smartcar's Node SDK in use here; it comes without types. */
interface Sdk {
  readonly Vehicle: new (
    id: string,
    token: string,
  ) => { batch(paths: readonly string[]): Promise<unknown> };
}

/** Loads Smartcar's Node SDK and points it at a sandbox. It reads the environment at each call. */
export async function loadSdk({ origin }: Pick<SandboxFleet, 'origin'>): Promise<Sdk> {
  process.env.SMARTCAR_API_ORIGIN = origin;
  const name: string = 'smartcar';
  const { default: sdk } = (await import(name)) as { readonly default: Sdk };
  return sdk;
}

/** Has the SDK make the same batches, so many at a time, and nothing else. */
export async function readAllWithSdk(
  { Vehicle }: Sdk,
  { token }: Pick<SandboxFleet, 'token'>,
  { batches, concurrency }: { readonly batches: readonly Batch[]; readonly concurrency: number },
): Promise<void> {
  const left = batches.values();
  const work = async () => {
    for (const { vehicleId, paths } of left) {
      await new Vehicle(vehicleId, token.reveal()).batch(paths);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}
