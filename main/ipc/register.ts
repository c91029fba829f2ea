import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { REQUESTS, type RequestName } from '../../contract/channels.ts';
import { type ParsedRequest, requestSchemas } from '../../contract/requests.ts';
import type { Responses } from '../../contract/responses.ts';

export type RequestHandlers = {
  readonly [N in RequestName]: (input: ParsedRequest<N>) => Responses[N] | Promise<Responses[N]>;
};

export interface RegisterOptions {
  /** The renderer may ask before they are there, and then waits. */
  readonly handlers: Promise<RequestHandlers>;
  /** Whether a frame with this address may ask at all. */
  readonly isOwnPage: (address: string) => boolean;
  /** The main window's page; messages from any other are refused. */
  readonly webContents: () => WebContents | null;
  /** Whether this must not be asked now: Motorpool is locked. */
  readonly isRefused: Promise<(name: RequestName) => boolean>;
  readonly onError: (name: RequestName, error: unknown) => void;
}

function isTrusted(
  sender: WebContents,
  frame: WebFrameMain | null,
  { isOwnPage, webContents }: RegisterOptions,
): boolean {
  return (
    frame !== null && sender === webContents() && frame === sender.mainFrame && isOwnPage(frame.url)
  );
}

/**
 * The one door between renderer and main: every request's sender is checked, its input parsed by the
 * contract's schema, and then one function called.
 */
export function registerRequests(options: RegisterOptions): void {
  const register = <N extends RequestName>(name: N) => {
    ipcMain.handle(name, async (event, input: unknown): Promise<Responses[N]> => {
      // Read at once: the frame may be gone a moment later.
      const frame = event.senderFrame;
      if (!isTrusted(event.sender, frame, options)) throw new Error('Refused');
      if ((await options.isRefused)(name)) throw new Error('Locked');
      try {
        const parsed = requestSchemas[name].parse(input) as ParsedRequest<N>;
        return await (await options.handlers)[name](parsed);
      } catch (error) {
        // Electron would send the message on; what happened belongs into the log only.
        options.onError(name, error);
        throw new Error('Request failed');
      }
    });
  };
  for (const name of REQUESTS) register(name);
}
