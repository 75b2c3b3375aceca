import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import type { Role, SnapshotParts } from '../model/snapshot.ts';
import { type AccountRelations, type Relation, readRelations } from './account-relations.ts';
import { awsOwnership } from './aws-owned-role.ts';
import { byDocument } from './by-document.ts';
import type { CheckContext, Verdict } from './check.ts';
import {
  findOutsiders,
  labelOf,
  type Outsider,
  type Outsiders,
  type OutsidersInput,
} from './trust-outsiders.ts';

/** An outsider and what it is to the account; `anyone` stands in the wildcard check. */
export interface RelatedOutsider {
  readonly label: string;
  readonly relation: Exclude<Relation, 'own'>;
  readonly outsider: Outsider;
}

export interface OutsideTrust {
  readonly role: Role;
  readonly outsiders: readonly RelatedOutsider[];
  readonly undecided: string | undefined;
}

/** Finds who of other accounts may assume a role. */
export interface OutsideTrusts {
  readonly of: (role: Role) => OutsideTrust;
  readonly relations: AccountRelations;
}

/** `spared`: requests that do not count, by the trust they are asked of. */
export function readOutsideTrusts(
  used: Pick<SnapshotParts, 'organization' | 'organizationAccounts'>,
  context: CheckContext,
  spared?: (trust: PolicyDocument) => readonly PolicyStatement[],
): OutsideTrusts {
  const relations = readRelations(used, context);
  const { organizationId } = relations;
  const { account } = context;
  const find =
    spared === undefined
      ? byDocument((trust) => findOnce(trust, { account, organizationId }))
      : byDocument((trust) =>
          findOutsiders(trust, { account, organizationId, spared: spared(trust) }),
        );
  return {
    relations,
    of: (role) => {
      const { found, undecided } = find(role.trust);
      const outsiders = found.map((outsider) => ({
        outsider,
        label: labelOf(outsider),
        relation: relationOf(outsider, relations),
      }));
      return { role, outsiders, undecided };
    },
  };
}

const answers = new WeakMap<PolicyDocument, Map<string, Outsiders>>();

/** Several checks ask the same of every trust: the answer is kept as long as the document. */
function findOnce(trust: PolicyDocument, input: OutsidersInput): Outsiders {
  const kept = answers.get(trust) ?? new Map<string, Outsiders>();
  answers.set(trust, kept);
  const key = `${input.account} ${input.organizationId ?? ''}`;
  const found = kept.get(key) ?? findOutsiders(trust, input);
  kept.set(key, found);
  return found;
}

function relationOf(
  outsider: Outsider,
  { relationOf: ofAccount, organizationId, organizationKnown }: AccountRelations,
): Exclude<Relation, 'own'> {
  switch (outsider.kind) {
    case 'account': {
      const relation = ofAccount(outsider.account);
      return relation === 'own' ? 'organization' : relation;
    }
    case 'organization':
      if (outsider.id === organizationId) return 'organization';
      return organizationKnown ? 'outside' : 'undecided';
    case 'anyone':
      return 'outside';
    default:
      return outsider satisfies never;
  }
}

/** Roles that somebody in the account can change. */
export function ownRoles(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => awsOwnership(role) === undefined);
}

/** That a trust policy could not be compared. */
export function trustUndecided({ name, arn }: Role, reason: string): Verdict {
  return {
    outcome: 'unknown',
    subject: arn,
    message: `The trust policy of ${name} could not be judged: ${reason}`,
    evidence: { reason },
    remedy: 'Mend the trust policy: the check policy-valid says what is wrong with it.',
  };
}

export function listLabels(outsiders: readonly RelatedOutsider[]): string {
  return outsiders.map(({ label }) => label).join(', ');
}
