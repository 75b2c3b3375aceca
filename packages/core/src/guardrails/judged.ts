import type { SourcePosition } from '../model/errors.ts';
import type { DesiredResource, ResourceType } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Call } from '../plan/calls.ts';
import type { GuardrailRules } from './schema.ts';

/** A resource that is judged: one that a plan changes, or one that is declared. */
export interface Subject {
  readonly kind: 'kept' | 'deleted';
  /** Key of the resource. */
  readonly resource: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly address: string;
  readonly position: SourcePosition | undefined;
  /** As it is and as it will be, where it moves. */
  readonly arns: readonly string[];
  /** What it is to be; missing for what is deleted. */
  readonly desired: DesiredResource | undefined;
  readonly calls: readonly Call[];
}

/** What every rule is given. */
export interface Judged {
  readonly rules: GuardrailRules;
  readonly account: string;
  readonly partition: string;
  readonly scope: string;
  readonly subjects: readonly Subject[];
  readonly before: Snapshot;
  readonly after: Snapshot;
}
