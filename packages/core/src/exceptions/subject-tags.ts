import { known, notCollected, type Part } from '../model/part.ts';
import type { PartName, Snapshot, Tags } from '../model/snapshot.ts';

/** The parts of a snapshot that hold tags. */
export const taggedParts = [
  'users',
  'roles',
  'oidcProviders',
  'policySettings',
  'instanceProfiles',
] as const satisfies readonly PartName[];

type TaggedPart = (typeof taggedParts)[number];

/** The tags of subjects, by ARN; of a subject whose part could not be read they are unknown. */
export type SubjectTags = (arn: string) => Part<Tags>;

/** Looks tags up in a snapshot. What cannot carry any has no tags. */
export function subjectTags({ parts }: Pick<Snapshot, 'parts'>): SubjectTags {
  const tags = new Map(
    [
      listed(parts.users),
      listed(parts.roles),
      listed(parts.oidcProviders),
      listed(parts.instanceProfiles),
      parts.policySettings.status === 'known' ? Object.entries(parts.policySettings.value) : [],
    ]
      .flat()
      .flatMap(([arn, { tags }]) => (tags === undefined ? [] : [[arn, tags] as const])),
  );
  return (arn) => {
    const found = tags.get(arn);
    if (found !== undefined) return known(found);
    const name = partOf(arn);
    if (name === undefined) return known({});
    const part = parts[name];
    if (part.status === 'unknown') return part;
    return readOnRequest.includes(name) ? notCollected : known({});
  };
}

/** Of policies and instance profiles AWS shows tags one by one, and only those asked for are read. */
const readOnRequest: readonly TaggedPart[] = ['policySettings', 'instanceProfiles'];

function listed<T extends { readonly arn: string; readonly tags?: Tags | undefined }>(
  part: Part<readonly T[]>,
): readonly (readonly [string, { readonly tags?: Tags | undefined }])[] {
  return part.status === 'known' ? part.value.map((each) => [each.arn, each]) : [];
}

/** Policies of AWS (account `aws`) carry no tags. */
function partOf(arn: string): TaggedPart | undefined {
  const [, type] = /^arn:[^:]*:iam::\d{12}:([^/]+)\//.exec(arn) ?? [];
  switch (type) {
    case 'user':
      return 'users';
    case 'role':
      return 'roles';
    case 'policy':
      return 'policySettings';
    case 'oidc-provider':
      return 'oidcProviders';
    case 'instance-profile':
      return 'instanceProfiles';
    default:
      return undefined;
  }
}
