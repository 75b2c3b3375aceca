import { serviceActor } from '../../work/service-actor.ts';

/** The service as a party to a transition: when time passes or a job ends. */
export const byService = {
  actor: serviceActor,
  isAdministrator: false,
  isApprover: false,
} as const;
