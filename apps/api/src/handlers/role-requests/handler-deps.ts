import type { RoleRequestDeps } from '../../use-cases/role-requests/deps.ts';

export interface RoleRequestHandlerDeps extends RoleRequestDeps {
  /** Between two looks of a stream; returns early when the signal is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}
