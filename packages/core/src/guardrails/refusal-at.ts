import type { SourcePosition } from '../model/errors.ts';
import type { Fault, GuardrailRefusal } from './refusal.ts';

/** What a refusal is about. */
export interface Place {
  readonly resource: string | undefined;
  readonly address: string | undefined;
  readonly position: SourcePosition | undefined;
}

/** The plan as a whole. */
export const nothing: Place = { resource: undefined, address: undefined, position: undefined };

export function refusalAt(fault: Fault, { resource, address, position }: Place): GuardrailRefusal {
  return { ...fault, resource, address, position };
}
