import type { Application } from '../../contract/application.ts';
import type { EligibilityAnswer, EligibilityRequest } from '../../contract/eligibility.ts';
import type { CallMeter } from '../smartcar/callMeter.ts';
import type { ApplicationAccess } from './applicationAccess.ts';
import { once } from './once.ts';

export interface OpenEligibilityOptions {
  /** What it takes to talk to Smartcar now; rejects with `SmartcarError`. */
  readonly access: () => Promise<ApplicationAccess>;
  readonly application: () => Application | null;
  readonly now: () => number;
  readonly meter: Pick<CallMeter, 'admit'>;
  /** A request of the budget was spent. */
  readonly onSpent: () => void;
}

/** Checks of cars, in the words of the services. */
export interface OpenedEligibility {
  checkEligibility(request: EligibilityRequest): Promise<EligibilityAnswer>;
  checkModels(request: EligibilityRequest): Promise<EligibilityAnswer>;
}

/** Makes the checks when somebody first asks for one, because a start needs none. */
export function openEligibility(options: OpenEligibilityOptions): OpenedEligibility {
  const { access, application, now, meter, onSpent } = options;
  const load = once(async () => {
    const [{ createEligibility }, { meteredChecks }] = await Promise.all([
      import('../eligibility/eligibility.ts'),
      import('../eligibility/metered.ts'),
    ]);
    const exchange = async () => meteredChecks((await access()).exchange, meter, onSpent);
    return createEligibility({ exchange, application, now });
  });
  return {
    checkEligibility: async (request) => (await load()).check(request),
    checkModels: async (request) => (await load()).checkModels(request),
  };
}
