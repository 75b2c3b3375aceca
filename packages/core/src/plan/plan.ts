import type { Json } from '@rolecall/policy';
import type { Departed } from '../manifest/departure.ts';
import type { SourcePosition } from '../model/errors.ts';
import type { ResourceType } from '../model/resource.ts';
import { digest } from './digest.ts';
import type { Operation } from './operation.ts';

/** Moves when an older reader would misread a plan. */
export const planSchemaVersion = 1;

export const changeKinds = ['create', 'adopt', 'update', 'replace', 'delete'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * A resource that is taken over, whole: what each facet is and what it will be, also where nothing
 * changes. Facets are named as those of operations.
 */
export interface Adopted {
  readonly before: Facets;
  readonly after: Facets;
}

export interface Facets {
  readonly [facet: string]: Json;
}

/** All that happens to one resource. */
export interface Change {
  readonly kind: ChangeKind;
  /** Key of the resource: `role/deployer`. */
  readonly resource: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly arn: string;
  /** Where the manifest declares it; for a delete, where it was declared when it was made. */
  readonly address: string;
  readonly position: SourcePosition | undefined;
  /** Keys of the changes that come first. */
  readonly dependsOn: readonly string[];
  /**
   * Of what takes the last way to administrator away: keys of the changes that bring another. Where
   * one of them or of its own fails, nothing more of it is done, not even what takes access away.
   */
  readonly needs?: readonly string[];
  /** SHA-256 of the whole declaration, in the form that is compared; `null` of what has none and goes. */
  readonly declared: string | null;
  /** What a reviewer should know beside the operations. */
  readonly warnings: readonly string[];
  /** Of what is taken over, and of nothing else. */
  readonly adopted?: Adopted;
  /** Of what goes by the manifest's word: it has expired, or got another name. */
  readonly departed?: Departed;
  /** Key of the resource whose place it takes; that one goes last. */
  readonly movedFrom?: string;
  /** Whether drift of it is repaired without anybody's word. */
  readonly enforce?: true;
  readonly operations: readonly Operation[];
}

/** A resource that stands in the way: nothing is done to it until a person decides. */
export interface Conflict {
  readonly resource: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly arn: string;
  readonly address: string;
  readonly position: SourcePosition | undefined;
  readonly message: string;
  readonly hint: string;
}

/** The difference between what is declared and what is there. Applying it decides nothing. */
export interface Plan {
  readonly schemaVersion: typeof planSchemaVersion;
  /** SHA-256 over everything that a review approves; the same state gives the same id. */
  readonly planId: string;
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  /** Digest of the guardrails that judged it; `null` where there are none. */
  readonly guardrails: string | null;
  /** In the order in which they are carried out. */
  readonly changes: readonly Change[];
  /** SHA-256 over the changes as they are shown, so that a file changed by hand is found out. */
  readonly shownDigest: string;
  readonly conflicts: readonly Conflict[];
  /** What was seen and left alone. */
  readonly notes: readonly string[];
}

export interface PlanIdentity {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly guardrails: string | null;
  readonly changes: readonly IdentifiedChange[];
}

interface IdentifiedChange {
  readonly resource: string;
  readonly declared: string | null;
  readonly operations: readonly { readonly [member: string]: unknown }[];
}

export function planIdOf(identity: PlanIdentity): string {
  const { scope, account, partition, guardrails, changes } = identity;
  // All that is shown of an operation counts, so that no file can show one thing and mean another.
  const content = changes.map(({ resource, declared, operations }) => [
    resource,
    declared,
    operations.map(({ id, action, region, input, before, after }) => [
      id,
      action,
      input,
      before,
      after,
      ...(region === undefined ? [] : [region]),
    ]),
  ]);
  return digest([planSchemaVersion, scope, account, partition, guardrails, content]);
}

/** The plan with other changes, and the ids that follow from them. */
export function withChanges(plan: Plan, changes: readonly Change[]): Plan {
  return {
    ...plan,
    planId: planIdOf({ ...plan, changes }),
    changes,
    shownDigest: digest(changes),
  };
}

export function operationsOf(plan: Pick<Plan, 'changes'>): readonly Operation[] {
  return plan.changes.flatMap(({ operations }) => operations);
}
