import { arnOf } from '../manifest/resolve-resources.ts';
import { noParts } from '../model/no-parts.ts';
import { known } from '../model/part.ts';
import type { DesiredResource } from '../model/resource.ts';
import { type Snapshot, snapshotSchemaVersion } from '../model/snapshot.ts';

export interface DeclaredSnapshotInput {
  readonly desired: readonly DesiredResource[];
  readonly account: string;
  readonly partition: string;
}

/**
 * An account that has what is declared and nothing else, for comparing two declarations without
 * asking AWS. AWS-managed policies and what lies outside the declaration have no documents here;
 * readers take them for unread. A copy of an AWS-managed policy stands there as the original.
 */
export function declaredSnapshot(input: DeclaredSnapshotInput): Snapshot {
  const { desired, account, partition } = input;
  const common = ({ name, path, resource }: Named) => ({
    name,
    path,
    arn: arnOf(resource, input),
    id: '',
    createdAt: epoch,
  });
  const originals = new Map(
    desired.flatMap((each) =>
      each.type === 'policy' && each.copyOf !== undefined
        ? [[arnOf(each, input), each.copyOf] as const]
        : [],
    ),
  );
  const original = (arn: string) => originals.get(arn) ?? arn;
  const of = <T extends DesiredResource['type']>(type: T) =>
    desired.filter((each): each is Extract<DesiredResource, { type: T }> => each.type === type);
  return {
    schemaVersion: snapshotSchemaVersion,
    caller: { account, partition, arn: `arn:${partition}:iam::${account}:root` },
    takenAt: epoch,
    parts: {
      ...noParts,
      users: known(
        of('user').map((user) => ({
          ...common({ ...user, resource: user }),
          ...grantsOf(user, original),
          groups: [...user.groups],
          tags: user.tags,
          ...boundaryOf(user, original),
        })),
      ),
      groups: known(
        of('group').map((group) => ({
          ...common({ ...group, resource: group }),
          ...grantsOf(group, original),
        })),
      ),
      roles: known(
        of('role').map((role) => ({
          ...common({ ...role, resource: role }),
          ...grantsOf(role, original),
          trust: role.trust,
          instanceProfiles: [],
          tags: role.tags,
          ...boundaryOf(role, original),
        })),
      ),
      policies: known(
        of('policy').flatMap((policy) =>
          // The text of a copy is known only once the account has been read.
          policy.copyOf === undefined
            ? [
                {
                  ...common({ ...policy, resource: policy }),
                  defaultVersionId: 'v1',
                  attachmentCount: 0,
                  boundaryCount: 0,
                  document: policy.document,
                  versions: [{ id: 'v1' }],
                },
              ]
            : [],
        ),
      ),
    },
  };
}

/** Declarations have no age. */
const epoch = '1970-01-01T00:00:00Z';

interface Named {
  readonly name: string;
  readonly path: string;
  readonly resource: DesiredResource;
}

function grantsOf({ managedPolicies, inlinePolicies }: GrantsDeclared, original: Original) {
  return {
    attachedPolicies: managedPolicies.map(original).map((arn) => ({
      name: arn.slice(arn.lastIndexOf('/') + 1),
      arn,
    })),
    inlinePolicies: Object.entries(inlinePolicies).map(([name, document]) => ({ name, document })),
  };
}

/** The ARN of what a policy is a copy of, or its own. */
type Original = (arn: string) => string;

type GrantsDeclared = Pick<
  Extract<DesiredResource, { type: 'role' }>,
  'managedPolicies' | 'inlinePolicies'
>;

function boundaryOf(
  { permissionsBoundary }: { readonly permissionsBoundary: string | undefined },
  original: Original,
) {
  return permissionsBoundary === undefined
    ? {}
    : { permissionsBoundary: original(permissionsBoundary) };
}
