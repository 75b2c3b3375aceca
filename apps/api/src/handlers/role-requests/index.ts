import { type DecisionHandlers, decisionHandlers } from './decision-handlers.ts';
import { type DelegationHandlers, delegationHandlers } from './delegation-handlers.ts';
import { type EventHandlers, eventHandlers } from './event-handlers.ts';
import { type GrantHandlers, grantHandlers } from './grant-handlers.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { type RequestHandlers, requestHandlers } from './request-handlers.ts';

export type RoleRequestHandlers = RequestHandlers &
  DecisionHandlers &
  EventHandlers &
  DelegationHandlers &
  GrantHandlers;

/** All operations about role requests and what comes of them. */
export function roleRequestHandlers(deps: RoleRequestHandlerDeps): RoleRequestHandlers {
  return {
    ...requestHandlers(deps),
    ...decisionHandlers(deps),
    ...eventHandlers(deps),
    ...delegationHandlers(deps),
    ...grantHandlers(deps),
  };
}
