import type { Secret } from '../secret.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

/** Calls for new token pairs that survive an answer that got lost. */
export interface RefreshCalls {
  /** Rejects with `ExchangeError`, within twice the time that the exchange allows itself. */
  refresh(service: TokenExchange, refreshToken: Secret): Promise<TokenPair>;
  /** Gives up the calls under way as lost: after a sleep their connections are dead. */
  wake(): void;
}

/** Whether the pair may have been made, and nobody heard of it. */
function isLost({ problem }: ExchangeError): boolean {
  switch (problem) {
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
    case 'backend_cannot_reach_smartcar':
      return true;
    case 'invalid_grant':
    case 'invalid_client':
    case 'unauthorized_client':
    case 'secret_unavailable':
    case 'staff_token_refused':
    case 'rate_limited':
    case 'refused':
      return false;
  }
}

/**
 * An answer that was lost may have been the new pair, and the old refresh token then dies within a
 * minute: so a call that got no readable answer is made again at once.
 */
export function createRefreshCalls(): RefreshCalls {
  const underWay = new Set<AbortController>();

  async function once(service: TokenExchange, refreshToken: Secret): Promise<TokenPair> {
    const controller = new AbortController();
    underWay.add(controller);
    try {
      return await service.refresh(refreshToken, controller.signal);
    } catch (error) {
      throw controller.signal.aborted ? new ExchangeError('timed_out') : error;
    } finally {
      underWay.delete(controller);
    }
  }

  return {
    async refresh(service, refreshToken) {
      try {
        return await once(service, refreshToken);
      } catch (error) {
        if (!(error instanceof ExchangeError) || !isLost(error)) throw error;
        return once(service, refreshToken);
      }
    },

    wake() {
      for (const controller of underWay) controller.abort();
    },
  };
}
