import type { ServiceDeps as AllDeps } from '../work/service-deps.ts';

/** What the use cases beside role requests and grants are given from outside. */
export interface ServiceDeps extends Omit<AllDeps, 'config' | 'log' | 'sandboxes' | 'apiTokens'> {
  readonly sandboxes: Pick<AllDeps['sandboxes'], 'remove'>;
  readonly apiTokens: Pick<AllDeps['apiTokens'], 'forget'>;
}
