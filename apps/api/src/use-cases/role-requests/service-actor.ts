import type { Actor } from '../../model/records.ts';

/** The service, where it acts by itself: when time passes or a job ends. */
export const serviceActor: Actor = { kind: 'service', id: 'service', name: 'Rolecall' };

export const byService = {
  actor: serviceActor,
  isAdministrator: false,
  isApprover: false,
} as const;
