import { arnOf } from '../manifest/resolve-resources.ts';
import { known, notCollected } from '../model/part.ts';
import { type DesiredResource, resourceKey } from '../model/resource.ts';
import type { PartValue, Snapshot } from '../model/snapshot.ts';
import { declaredSnapshot } from '../plan/declared-snapshot.ts';
import type { Plan } from '../plan/plan.ts';
import type { Guardrails } from './guardrails.ts';
import { judgeSubjects } from './judge-subjects.ts';
import type { Subject } from './judged.ts';
import type { GuardrailRefusal } from './refusal.ts';
import { judgeMaxDeletes } from './rules/max-deletes.ts';
import { rulesFor } from './rules-for.ts';

export interface JudgeGuardrailsInput {
  readonly guardrails: Guardrails;
  readonly plan: Pick<Plan, 'account' | 'partition' | 'scope' | 'changes'>;
  readonly desired: readonly DesiredResource[];
  /** The account as it is, with users, groups, roles and policies. */
  readonly before: Snapshot;
  /** The account as the plan leaves it. */
  readonly after: Snapshot;
}

/**
 * What the guardrails do not let through of a plan; empty where all of it may be done. Pure. Judges
 * what the plan changes and whoever gains by it: what was there and is not touched is not the
 * plan's fault. What cannot be decided is refused, and says so.
 */
export function judgeGuardrails(input: JudgeGuardrailsInput): readonly GuardrailRefusal[] {
  const { guardrails, plan, desired, before, after } = input;
  const { account, partition, scope } = plan;
  const rules = rulesFor(guardrails, plan);
  const byKey = new Map(desired.map((resource) => [resourceKey(resource), resource]));
  const subjects = plan.changes.map((change): Subject => {
    const wanted = change.kind === 'delete' ? undefined : byKey.get(change.resource);
    return {
      ...change,
      kind: change.kind === 'delete' ? 'deleted' : 'kept',
      arns: [change.arn, ...(wanted === undefined ? [] : [arnOf(wanted, plan)])],
      desired: wanted,
      calls: change.operations,
    };
  });
  const judged = { rules, account, partition, scope, subjects, before, after };
  return [...judgeMaxDeletes(rules, plan.changes), ...judgeSubjects(judged)];
}

export interface JudgeDeclaredInput {
  readonly guardrails: Guardrails;
  readonly account: string;
  readonly partition: string;
  readonly scope: string;
  readonly desired: readonly DesiredResource[];
  /** AWS-managed policies whose text is known; what needs another is undecided. */
  readonly managedDocuments?: PartValue<'managedDocuments'> | undefined;
}

/**
 * The same without an account: judges all that is declared as if it were new. `maxDeletes` says
 * nothing here, and of what is protected only names are seen.
 */
export function judgeDeclared(input: JudgeDeclaredInput): readonly GuardrailRefusal[] {
  const { guardrails, account, partition, scope, desired, managedDocuments } = input;
  const subjects = desired.map(
    (resource): Subject => ({
      kind: 'kept',
      resource: resourceKey(resource),
      type: resource.type,
      name: resource.name,
      address: resource.address,
      position: resource.position,
      arns: [arnOf(resource, input)],
      desired: resource,
      calls: [],
    }),
  );
  const before = declaredSnapshot({ desired: [], account, partition });
  const declared = declaredSnapshot({ desired, account, partition });
  const documents = managedDocuments === undefined ? notCollected : known(managedDocuments);
  const after = { ...declared, parts: { ...declared.parts, managedDocuments: documents } };
  const rules = rulesFor(guardrails, input);
  return judgeSubjects({ rules, account, partition, scope, subjects, before, after });
}
