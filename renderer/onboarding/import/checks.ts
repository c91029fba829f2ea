import {
  ELIGIBILITY_BATCH,
  type EligibilityAnswer,
  type EligibilityProblem,
  type EligibilityRequest,
  MODELS_BATCH,
} from '../../../contract/eligibility.ts';
import type { BrandCars } from './report.ts';

export interface CheckParts extends Pick<EligibilityRequest, 'country' | 'permissions'> {
  readonly ask: (request: EligibilityRequest) => Promise<EligibilityAnswer>;
  readonly learn: (of: 'kinds' | 'cars', answer: EligibilityAnswer) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
  /** Stops it between two questions; the answer under way is not waited for. */
  readonly signal: AbortSignal;
}

/** Asks in pieces until a problem concerns all that are left, or until it is stopped. */
async function checkPieces(
  of: 'kinds' | 'cars',
  pieces: readonly (readonly string[])[],
  { ask, learn, signal, country, permissions }: CheckParts,
  onDone: (pieces: number) => void,
): Promise<EligibilityProblem | null> {
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  let problem: EligibilityProblem | null = null;
  for (const [at, vins] of pieces.entries()) {
    if (signal.aborted) break;
    const answer = await Promise.race([ask({ vins: [...vins], country, permissions }), stopped]);
    if (answer === null) break;
    await learn(of, answer);
    problem = answer.problem ?? problem;
    if (problem !== null && problem !== 'failed') break;
    onDone(at + 1);
  }
  return problem;
}

/** Asks for Smartcar's list of models of each brand: one request each, however many cars it has. */
export function checkBrands(
  brands: readonly BrandCars[],
  parts: CheckParts,
): Promise<EligibilityProblem | null> {
  const pieces = brands.map(({ vins }) => vins.slice(0, MODELS_BATCH));
  if (pieces.length > 0) parts.onProgress(0, pieces.length);
  return checkPieces('kinds', pieces, parts, (done) => parts.onProgress(done, pieces.length));
}

/** Asks Smartcar about each of these cars: one request of the budget each. */
export function checkCars(
  vins: readonly string[],
  parts: CheckParts,
): Promise<EligibilityProblem | null> {
  const pieces: string[][] = [];
  for (let from = 0; from < vins.length; from += ELIGIBILITY_BATCH) {
    pieces.push(vins.slice(from, from + ELIGIBILITY_BATCH));
  }
  parts.onProgress(0, vins.length);
  return checkPieces('cars', pieces, parts, (done) =>
    parts.onProgress(Math.min(vins.length, done * ELIGIBILITY_BATCH), vins.length),
  );
}
