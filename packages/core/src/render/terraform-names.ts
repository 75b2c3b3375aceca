import { analyzersByRegion } from './analyzers-by-region.ts';
import { foreignGroups, mentionedUsers } from './center-people.ts';
import { type Hcl, hclQuoted } from './hcl.ts';
import { nameOnce } from './name-once.ts';
import type { OpenResources } from './open-resources.ts';
import { splitText } from './split-text.ts';

/** How a configuration calls the resources. */
export interface TerraformNames {
  readonly label: (type: string, name: string) => string;
  /** `aws_iam_role.deployer.arn`. */
  readonly attribute: (type: string, name: string, member: string) => Hcl;
  readonly text: (text: string) => Hcl;
  /** A label for something beside them, given once. */
  readonly once: (wanted: string) => string;
}

export function terraformNames({ sections }: OpenResources): TerraformNames {
  const { identityCenter } = sections;
  const once = nameOnce();
  const labels = new Map(
    Object.entries({
      role: sections.roles,
      policy: sections.policies,
      group: sections.groups,
      user: sections.users,
      'saml-provider': sections.samlProviders,
      analyzer: named(analyzersByRegion(sections).map(({ key }) => key)),
      'permission-set': identityCenter.permissionSets,
      'identity-center-group': {
        ...identityCenter.groups,
        ...named(foreignGroups(identityCenter)),
      },
      'identity-center-user': { ...identityCenter.users, ...named(mentionedUsers(identityCenter)) },
    }).flatMap(([type, all]) =>
      Object.keys(all).map((name) => [`${type}/${name}`, once(labelOf(name))] as const),
    ),
  );
  const isLookedUp = (type: string, name: string): boolean =>
    (type === 'identity-center-group' && !Object.hasOwn(identityCenter.groups, name)) ||
    (type === 'identity-center-user' && !Object.hasOwn(identityCenter.users, name));
  const label = (type: string, name: string): string =>
    labels.get(`${type}/${name}`) ?? labelOf(name);
  const attribute = (type: string, name: string, member: string): Hcl => ({
    code: `${isLookedUp(type, name) ? 'data.' : ''}${terraformTypes.get(type)}.${label(type, name)}.${member}`,
  });
  const text = (value: string): Hcl => hclText(value, (type, name) => attribute(type, name, 'arn'));
  return { label, attribute, text, once };
}

const terraformTypes: ReadonlyMap<string, string> = new Map([
  ['role', 'aws_iam_role'],
  ['user', 'aws_iam_user'],
  ['group', 'aws_iam_group'],
  ['policy', 'aws_iam_policy'],
  ['instance-profile', 'aws_iam_instance_profile'],
  ['oidc-provider', 'aws_iam_openid_connect_provider'],
  ['saml-provider', 'aws_iam_saml_provider'],
  ['analyzer', 'aws_accessanalyzer_analyzer'],
  ['permission-set', 'aws_ssoadmin_permission_set'],
  ['identity-center-group', 'aws_identitystore_group'],
  ['identity-center-user', 'aws_identitystore_user'],
]);

function named(names: readonly string[]): { readonly [name: string]: true } {
  return Object.fromEntries(names.map((name) => [name, true]));
}

/** A text as an expression: quoted, or the bare reference where it is nothing else. */
function hclText(text: string, arn: (type: string, name: string) => Hcl): Hcl {
  const pieces = splitText(text).map((part) => {
    switch (part.kind) {
      case 'written':
        return part.text;
      case 'account':
        return { reference: 'data.aws_caller_identity.current.account_id' };
      case 'partition':
        return { reference: 'data.aws_partition.current.partition' };
      case 'arn':
        return { reference: arn(part.type, part.name).code };
      default:
        return part satisfies never;
    }
  });
  const [first, ...more] = pieces;
  return typeof first === 'object' && more.length === 0
    ? { code: first.reference }
    : hclQuoted(pieces);
}

/** Letters, digits, `_` and `-`, and no digit first. */
export function labelOf(name: string): string {
  const label = name.replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(label) ? label : `_${label}`;
}
