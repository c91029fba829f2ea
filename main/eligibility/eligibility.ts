import type { Application } from '../../contract/application.ts';
import { regionOfCountry } from '../../contract/brands.ts';
import type {
  EligibilityAnswer,
  EligibilityProblem,
  EligibilityReport,
  EligibilityRequest,
} from '../../contract/eligibility.ts';
import { type DecodedVin, decodeVin, normaliseVin } from '../../contract/vin.ts';
import type { TokenExchange } from '../exchange/tokenExchange.ts';
import { runLimited } from '../fleet/runLimited.ts';
import { createModelLists, type ModelsOf } from './modelLists.ts';
import { concernsAll, eligibilityProblem } from './problem.ts';
import { byCompatibility, byMatrix, decodedOnly, invalid } from './reports.ts';

/** How many cars are asked about at the same time. */
const CONCURRENCY = 4;

/** A whole list is not waited for longer than a person looks at it. */
const LIMIT_MS = 30_000;

/** Tells what can be expected of cars before their owners are asked. */
export interface Eligibility {
  /**
   * One report per VIN, in their order. Never rejects for Smartcar's sake; only with the reason of
   * `signal`, once that is aborted.
   */
  check(request: EligibilityRequest, signal?: AbortSignal): Promise<EligibilityAnswer>;
  /**
   * The same by Smartcar's lists of models alone, in every region: one request for each brand at most,
   * however many cars there are.
   */
  checkModels(request: EligibilityRequest, signal?: AbortSignal): Promise<EligibilityAnswer>;
}

export interface EligibilityOptions {
  /**
   * The exchange that is configured, since Smartcar's checks need the secret. Rejects with
   * `SmartcarError` where there is none for now.
   */
  readonly exchange: () => Promise<TokenExchange>;
  /** The application in use, whose exchange that is. */
  readonly application: () => Application | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** By which one check asks. */
interface Sources {
  readonly service: () => Promise<TokenExchange>;
  readonly modelsOf: ModelsOf;
  readonly signal: AbortSignal;
  /** Whether single cars are asked about, where Smartcar can be. */
  readonly singleCars: boolean;
}

/**
 * Asks about one car. Smartcar checks single cars of the United States only; for other regions it
 * lists models. Rejects as the exchange does.
 */
async function ask(
  decoded: DecodedVin,
  { permissions, country }: EligibilityRequest,
  { service, modelsOf, signal, singleCars }: Sources,
): Promise<EligibilityReport> {
  const { vin, brand } = decoded;
  const region = regionOfCountry(country);
  if (region === 'US' && singleCars) {
    const exchange = await service();
    const told = await exchange.compatibility({ vin, permissions, country }, signal);
    return byCompatibility(decoded, permissions, told);
  }
  if (!region) return decodedOnly(decoded, 'unlikely', 'country_not_served');
  if (!brand) return decodedOnly(decoded, 'unknown', 'brand_unknown');
  return byMatrix(decoded, permissions, await modelsOf(region, brand.code));
}

export function createEligibility(options: EligibilityOptions): Eligibility {
  const { exchange, now } = options;
  const modelLists = createModelLists(options);

  async function check(
    request: EligibilityRequest,
    signal: AbortSignal,
    singleCars: boolean,
  ): Promise<EligibilityAnswer> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    let found: Promise<TokenExchange> | null = null;
    const service = () => {
      found ??= exchange();
      return found;
    };
    const modelsOf = modelLists.forCheck(service, limit);
    const thisYear = new Date(now()).getFullYear();
    const vins = request.vins.map(normaliseVin);
    const reports = new Map<string, EligibilityReport>();
    const problems: EligibilityProblem[] = [];

    async function report(vin: string): Promise<EligibilityReport> {
      const decoded = decodeVin(vin, thisYear);
      if (!decoded || decoded.checkDigit === 'wrong') return invalid(vin, decoded);
      if (decoded.brand?.phoneOnly) return decodedOnly(decoded, 'unlikely', 'phone_only');
      if (problems.some(concernsAll)) return decodedOnly(decoded, 'unknown', 'not_checked');
      try {
        return await ask(decoded, request, { service, modelsOf, signal: limit, singleCars });
      } catch (error) {
        signal.throwIfAborted();
        problems.push(eligibilityProblem(error));
        return decodedOnly(decoded, 'unknown', 'not_checked');
      }
    }

    await runLimited(CONCURRENCY, [...new Set(vins)], async (vin) => {
      reports.set(vin, await report(vin));
    });
    return {
      reports: vins.flatMap((vin) => reports.get(vin) ?? []),
      problem: problems.find(concernsAll) ?? problems[0] ?? null,
    };
  }

  const never = () => new AbortController().signal;
  return {
    check: (request, signal = never()) => check(request, signal, true),
    checkModels: (request, signal = never()) => check(request, signal, false),
  };
}
