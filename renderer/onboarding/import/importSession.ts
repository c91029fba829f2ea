import type { EligibilityAnswer, EligibilityProblem } from '../../../contract/eligibility.ts';
import { createListeners } from '../../state/fleet/listeners.ts';
import { checkBrands, checkCars } from './checks.ts';
import {
  AT_SOURCE,
  type ImportSession,
  type ImportSessionParts,
  type ImportState,
  type Permissions,
  type ReportState,
} from './importState.ts';
import type { ImportThread } from './importThread.ts';
import { WHOLE_REPORT } from './report.ts';

/** More than any budget holds; who has so many asks again. */
const MOST_ASKED = 5_000;

/** Lines per message, few enough that neither side has to wait for the other. */
const TAKEN_AT_ONCE = 1_000;

/** An import of its own, with nothing in it yet. */
export function createImportSession(parts: ImportSessionParts): ImportSession {
  const listeners = createListeners();
  let state = AT_SOURCE;
  let thread: ImportThread | null = null;
  let stopping = new AbortController();
  let owner = { profileId: '', application: '' };

  function become(next: ImportState): void {
    state = next;
    listeners.tell();
  }

  function patch(change: Partial<ReportState>): void {
    if (state.step === 'report') become({ ...state, ...change, version: state.version + 1 });
  }

  function end(): void {
    stopping.abort();
    thread?.end();
    thread = null;
  }

  function working(): ImportThread {
    if (!thread) throw new Error('Nothing is imported');
    return thread;
  }

  /** Begins something that can be stopped; what was going on ends. */
  function begin(): AbortSignal {
    stopping.abort();
    stopping = new AbortController();
    return stopping.signal;
  }

  /** Does `work`; where that fails, everything begins anew and says so. */
  async function orFail(work: () => Promise<void>, isWanted: () => boolean): Promise<void> {
    try {
      await work();
    } catch {
      if (!isWanted()) return;
      end();
      become({ step: 'source', problem: 'failed', wasCancelled: false });
    }
  }

  async function ask(
    what: 'brands' | 'cars',
    country: string,
    permissions: Permissions,
  ): Promise<void> {
    if (state.step !== 'report') return;
    const signal = begin();
    const own = working();
    const { summary } = state;
    patch({ country, problem: null });
    const checks = {
      signal,
      country,
      permissions,
      learn: async (of: 'kinds' | 'cars', answer: EligibilityAnswer) => {
        const next = await own.ask('learn', { of, reports: answer.reports });
        if (!signal.aborted) patch({ summary: next });
      },
      onProgress: (done: number, total: number) => {
        if (!signal.aborted) patch({ going: { what, done, total } });
      },
    };
    const check = async (): Promise<EligibilityProblem | null> => {
      if (what === 'brands') {
        return checkBrands(summary.brands, { ...checks, ask: parts.askModels });
      }
      const { vins } = await own.ask('askable', { most: MOST_ASKED });
      return checkCars(vins, { ...checks, ask: parts.askCars });
    };
    // The report is worth reading whatever becomes of the questions.
    const problem = await check().catch(() => 'failed' as const);
    if (signal.aborted || state.step !== 'report') return;
    // The view may show fewer or more rows by what was found out.
    const shown = await own.ask('view', state.view);
    if (!signal.aborted) patch({ going: null, problem, shown });
  }

  return {
    subscribe: listeners.subscribe,
    state: () => state,

    belongTo(profileId, application) {
      if (owner.profileId === profileId && owner.application === application) return;
      owner = { profileId, application };
      // What a person has already put on a list goes there to the end, with the thread that has it.
      if (state.step === 'report' && state.going?.what === 'taking') {
        stopping = new AbortController();
        thread = null;
      } else end();
      become(AT_SOURCE);
    },

    async read(source) {
      end();
      const signal = begin();
      become({ step: 'reading', part: 0 });
      const own = parts.startThread((part) => {
        if (!signal.aborted && state.step === 'reading') become({ step: 'reading', part });
      });
      thread = own;
      await orFail(
        async () => {
          const { connected, known } = await parts.vins(owner.application);
          const look = await own.ask('read', {
            source,
            connected: connected.join('\n'),
            known: known.join('\n'),
            thisYear: parts.now().getFullYear(),
          });
          if (signal.aborted) return;
          if ('problem' in look) {
            end();
            become({ step: 'source', problem: look.problem, wasCancelled: false });
            return;
          }
          const preview = await own.ask('preview', look.guess);
          if (!signal.aborted) become({ step: 'mapping', look, reading: look.guess, preview });
        },
        () => !signal.aborted,
      );
    },

    async remap(reading) {
      if (state.step !== 'mapping') return;
      const { look, preview: before } = state;
      become({ step: 'mapping', look, reading, preview: before });
      const preview = await working().ask('preview', reading);
      if (state.step === 'mapping' && state.reading === reading) become({ ...state, preview });
    },

    async check(country, permissions) {
      if (state.step !== 'mapping') return;
      const { look, reading } = state;
      const signal = begin();
      const own = working();
      become({ step: 'checking', part: 0 });
      await orFail(
        async () => {
          const summary = await own.ask('check', reading);
          if (signal.aborted) return;
          const view = WHOLE_REPORT;
          const first = { view, shown: summary.total, version: 0, going: null, problem: null };
          become({ step: 'report', look, reading, summary, country, ...first });
          await ask('brands', country, permissions);
        },
        () => !signal.aborted,
      );
    },

    async show(view) {
      if (state.step !== 'report') return;
      patch({ view });
      const shown = await working().ask('view', view);
      if (state.step === 'report' && state.view === view) patch({ shown });
    },

    rows: (from, to) => working().ask('rows', { from, to }),
    askBrands: (country, permissions) => ask('brands', country, permissions),
    async askCars(permissions) {
      if (state.step === 'report') await ask('cars', state.country, permissions);
    },
    askable: async () => (await working().ask('askable', { most: 0 })).count,
    csv: (words) => working().ask('csv', words),

    async take() {
      if (state.step !== 'report') return null;
      const signal = begin();
      const own = working();
      const { profileId } = owner;
      const total = state.summary.fresh + state.summary.known;
      const importedAt = parts.now().getTime();
      try {
        for (let done = 0; done < total && !signal.aborted; done += TAKEN_AT_ONCE) {
          if (thread === own) patch({ going: { what: 'taking', done, total } });
          const text = await own.ask('pack', { from: done, limit: TAKEN_AT_ONCE, importedAt });
          if (signal.aborted) return null;
          await parts.add(profileId, text);
        }
      } catch (error) {
        // The report stays, and with it the way to try once more.
        if (!signal.aborted && thread === own) patch({ going: null });
        throw error;
      } finally {
        if (thread !== own) own.end();
      }
      if (signal.aborted || thread !== own) return null;
      end();
      become(AT_SOURCE);
      return total;
    },

    stop() {
      if (state.step === 'report') {
        stopping.abort();
        patch({ going: null });
        return;
      }
      end();
      become({ step: 'source', problem: null, wasCancelled: true });
    },

    back() {
      if (state.step !== 'report') return;
      stopping.abort();
      const { look, reading } = state;
      become({ step: 'mapping', look, reading, preview: [] });
      void working()
        .ask('preview', reading)
        .then((preview) => {
          if (state.step === 'mapping' && state.reading === reading) become({ ...state, preview });
        });
    },

    reset() {
      end();
      become(AT_SOURCE);
    },
  };
}
