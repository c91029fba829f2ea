import type { Hono } from 'hono';
import type { Context, Env } from '../context.ts';
import { answer, type Call, go, languageOf } from './http.ts';
import { plainPage } from './layout.ts';
import { type ConnectError, errorRedirect } from './outcome.ts';
import { problemPage } from './pages.ts';
import type { ConnectRequest } from './request.ts';
import type { ConnectSession, Problem } from './sessions.ts';
import { textsOf } from './texts.ts';

export type Step = (
  c: Call,
  session: ConnectSession,
  request: ConnectRequest,
) => Response | Promise<Response>;

/** How the steps of a Connect run are reached, and how a run ends. */
export type Steps = {
  /** Adds a step that only a run with a valid request can reach. */
  step: (method: 'get' | 'post', name: string, handle: Step) => void;
  /** Shows why the run cannot go on. */
  meet: (c: Call, session: ConnectSession, problem: Problem) => Response | Promise<Response>;
  /** Meets a step that was reached without those before it. */
  skipped: (c: Call, session: ConnectSession) => Response | Promise<Response>;
  expired: (c: Call) => Response | Promise<Response>;
  /** Ends the run with an error redirect. */
  leave: (c: Call, session: ConnectSession, error: ConnectError, details?: object) => Response;
  /** Ends the run at its redirect, or at a page that says it is done. */
  end: (c: Call, session: ConnectSession, redirect: string | undefined) => Promise<Response>;
};

/** Why a run with a wrong parameter or order of steps cannot go on. */
export function misconfigured(message: string, errorMessage: string): Problem {
  return {
    error: 'configuration_error',
    message,
    details: { status_code: '400', error_message: errorMessage },
  };
}

/** Makes the steps of the runs that `app` serves. */
export function createSteps(ctx: Context, app: Hono<Env>): Steps {
  const meet: Steps['meet'] = (c, session, problem) => {
    session.problem = problem;
    return answer(c, problemPage(session), problem.error === 'configuration_error' ? 400 : 200);
  };
  const skipped: Steps['skipped'] = (c, session) => {
    const { skippedStep } = textsOf(session.language);
    return meet(c, session, misconfigured(skippedStep, 'A Connect step was skipped'));
  };
  const expired: Steps['expired'] = (c) => {
    const language = languageOf(c);
    const t = textsOf(language);
    return answer(c, plainPage(language, t.expiredTitle, t.expiredText), 404);
  };
  return {
    meet,
    skipped,
    expired,
    step: (method, name, handle) => {
      app[method](`/connect/:session/${name}`, (c) => {
        const session = ctx.sessions.find(c.req.param('session') ?? '');
        if (!session) return expired(c);
        return session.request ? handle(c, session, session.request) : skipped(c, session);
      });
    },
    leave: (c, session, error, details = {}) => {
      ctx.sessions.end(session);
      return go(c, errorRedirect(session.address, error, { ...details }));
    },
    end: async (c, session, redirect) => {
      ctx.sessions.end(session);
      await ctx.store.flush();
      if (redirect !== undefined) return go(c, redirect);
      const t = textsOf(session.language);
      return answer(c, plainPage(session.language, t.doneTitle, t.doneText));
    },
  };
}
