import * as z from 'zod';
import { type Application, MODES } from '../../contract/application.ts';
import { PERMISSIONS } from '../../contract/permissions.ts';

const ownApplicationSchema = z.strictObject({
  kind: z.literal('own'),
  clientId: z.string(),
  redirectUris: z.array(z.string()).min(1).readonly(),
  mode: z.enum(MODES),
  exchange: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('local') }),
    z.strictObject({
      kind: z.literal('backend'),
      address: z.string(),
      presets: z
        .array(
          z.strictObject({
            id: z.string(),
            name: z.string().nullable(),
            permissions: z.array(z.enum(PERMISSIONS)).readonly(),
          }),
        )
        .readonly(),
    }),
  ]),
});

/** Files of the first version hold one redirect URI and know the local exchange only. */
const firstVersionSchema = z
  .strictObject({
    kind: z.literal('own'),
    clientId: z.string(),
    redirectUri: z.string(),
    mode: z.enum(MODES),
  })
  .transform(({ redirectUri, ...rest }) => ({
    ...rest,
    redirectUris: [redirectUri] as readonly string[],
    exchange: { kind: 'local' as const },
  }));

export const applicationSchema = z.union([
  z.strictObject({ kind: z.literal('simulated') }),
  ownApplicationSchema,
  firstVersionSchema,
]) satisfies z.ZodType<Application>;

/** By which connections, vehicles and limits are told apart when applications are switched. */
export function applicationKey(application: Application): string {
  return application.kind === 'simulated' ? 'simulated' : application.clientId.toLowerCase();
}
