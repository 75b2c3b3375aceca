import type { Actor } from '../model/records.ts';

/** Who does what time or a job does. */
export const serviceActor: Actor = { kind: 'service', id: 'service', name: 'Rolecall' };
