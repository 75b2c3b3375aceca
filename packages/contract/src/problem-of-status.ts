import type { ProblemCode } from './names.ts';
import type { RolecallProblem } from './problem.ts';

/**
 * The problem that an answer without one stands for: a page of a proxy, say. Its type is
 * `about:blank`, since it is not the service that speaks.
 */
export function problemOfStatus(status: number, reason: string): RolecallProblem {
  return {
    type: 'about:blank',
    title: reason === '' ? `The answer was ${status}, and nothing more.` : reason,
    status,
    code: codes[status] ?? (status < 500 ? 'request-invalid' : 'unavailable'),
    requestId: '',
  };
}

const codes: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'payload-too-large',
  429: 'rate-limited',
};
