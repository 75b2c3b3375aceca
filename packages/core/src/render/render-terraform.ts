import { type Hcl, type HclArgument, hclBlock, hclList, hclQuoted, hclValue } from './hcl.ts';
import type { OpenResources } from './open-resources.ts';
import { terraformAnalyzers } from './terraform-analyzers.ts';
import { terraformCenter } from './terraform-center.ts';
import { labelOf, type TerraformNames, terraformNames } from './terraform-names.ts';
import { terraformSettings } from './terraform-settings.ts';
import { terraformTags } from './terraform-tags.ts';

/**
 * Configuration for Terraform's provider hashicorp/aws. Account and partition are read when it is
 * planned, so that it serves any account; resources refer to each other by their attributes.
 */
export function renderTerraform(resources: OpenResources): string {
  const names = terraformNames(resources);
  const blocks = [
    ...resourceBlocks(resources, names),
    ...terraformSettings(resources.sections),
    ...terraformAnalyzers(resources, names),
    ...terraformCenter(resources, names),
  ];
  const used = (data: string): boolean => blocks.some((block) => block.includes(`data.${data}.`));
  const reading = ['aws_caller_identity', 'aws_partition'].filter((name) =>
    used(`${name}.current`),
  );
  const head = `# ${resources.title}`;
  const version = Object.keys(resources.sections.analyzers).length > 0 ? '6.0' : '5.81';
  const all = [
    requirements(version),
    ...reading.map((name) => hclBlock(['data', name, 'current'], [])),
  ];
  return `${head}\n\n${[...all, ...blocks].join('\n\n')}\n`;
}

/**
 * Since 5.81 the provider does without thumbprints of identity providers; since 6.0 a resource may
 * say its region.
 */
function requirements(version: string): string {
  return `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= ${version}"
    }
  }
}`;
}

type Holder = {
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: { readonly [name: string]: unknown };
};

function resourceBlocks(resources: OpenResources, names: TerraformNames): readonly string[] {
  const { sections, path } = resources;
  const { roles, policies, groups, users, instanceProfiles, serviceLinkedRoles } = sections;
  const { oidcProviders, samlProviders } = sections;
  const { label, attribute, text, once } = names;
  const encoded = (document: unknown): Hcl => ({
    code: `jsonencode(${hclValue(document, text).code})`,
  });
  const maybe = (value: string | undefined) => (value === undefined ? undefined : text(value));

  const block = (type: string, name: string, content: readonly HclArgument[]): string =>
    hclBlock(['resource', type, name], content);
  const grants = (type: 'role' | 'user' | 'group', name: string, holder: Holder): string[] => {
    const owner: HclArgument = [type, attribute(type, name, 'name')];
    const own = label(type, name);
    return [
      ...Object.entries(holder.inlinePolicies).map(([policy, document]) =>
        block(`aws_iam_${type}_policy`, once(`${own}_${labelOf(policy)}`), [
          ['name', hclQuoted([policy])],
          owner,
          ['policy', encoded(document)],
        ]),
      ),
      ...holder.managedPolicies.map((arn) =>
        block(`aws_iam_${type}_policy_attachment`, once(`${own}_${labelOf(lastName(arn))}`), [
          owner,
          ['policy_arn', text(arn)],
        ]),
      ),
    ];
  };
  const named = (name: string, own: string | undefined): readonly HclArgument[] => [
    ['name', hclQuoted([name])],
    ['path', hclQuoted([own ?? path])],
  ];

  return [
    ...Object.entries(oidcProviders).map(([url, { clientIds, thumbprints, tags }]) =>
      block('aws_iam_openid_connect_provider', label('oidc-provider', url), [
        ['url', hclQuoted([`https://${url}`])],
        ['client_id_list', hclValue(clientIds, text)],
        ['thumbprint_list', thumbprints && hclValue(thumbprints, text)],
        ['tags', terraformTags(tags)],
      ]),
    ),
    ...Object.entries(samlProviders).flatMap(([name, { metadata, tags }]) =>
      typeof metadata === 'string'
        ? [
            block('aws_iam_saml_provider', label('saml-provider', name), [
              ['name', hclQuoted([name])],
              ['saml_metadata_document', text(metadata)],
              ['tags', terraformTags(tags)],
            ]),
          ]
        : [],
    ),
    ...Object.entries(serviceLinkedRoles).map(([service, { customSuffix, description }]) =>
      block('aws_iam_service_linked_role', labelOf(service), [
        ['aws_service_name', hclQuoted([service])],
        ['custom_suffix', maybe(customSuffix)],
        ['description', maybe(description)],
      ]),
    ),
    ...Object.entries(policies).flatMap(([name, { document, description, tags, ...policy }]) => {
      const own = label('policy', name);
      const isCopy = 'copyOf' in document;
      const copied = `arn:{{partition}}:iam::aws:policy/${isCopy ? document.copyOf : ''}`;
      return [
        ...(isCopy ? [hclBlock(['data', 'aws_iam_policy', own], [['arn', text(copied)]])] : []),
        block('aws_iam_policy', own, [
          ...named(name, policy.path),
          ['description', maybe(description)],
          ['policy', isCopy ? { code: `data.aws_iam_policy.${own}.policy` } : encoded(document)],
          ['tags', terraformTags(tags)],
        ]),
      ];
    }),
    ...Object.entries(groups).flatMap(([name, group]) => [
      block('aws_iam_group', label('group', name), named(name, group.path)),
      ...grants('group', name, group),
    ]),
    ...Object.entries(users).flatMap(([name, user]) => [
      block('aws_iam_user', label('user', name), [
        ...named(name, user.path),
        ['permissions_boundary', maybe(user.permissionsBoundary)],
        ['tags', terraformTags(user.tags)],
      ]),
      ...(user.groups.length > 0
        ? [
            block('aws_iam_user_group_membership', label('user', name), [
              ['user', attribute('user', name, 'name')],
              [
                'groups',
                hclList(
                  user.groups.map((group) =>
                    groups[group] ? attribute('group', group, 'name') : hclQuoted([group]),
                  ),
                ),
              ],
            ]),
          ]
        : []),
      ...grants('user', name, user),
    ]),
    ...Object.entries(roles).flatMap(([name, role]) => [
      block('aws_iam_role', label('role', name), [
        ...named(name, role.path),
        ['description', maybe(role.description)],
        ['max_session_duration', { code: String(role.maxSessionDuration) }],
        ['permissions_boundary', maybe(role.permissionsBoundary)],
        ['assume_role_policy', encoded(role.trust)],
        ['tags', terraformTags(role.tags)],
      ]),
      ...grants('role', name, role),
    ]),
    ...Object.entries(instanceProfiles).map(([name, profile]) =>
      block('aws_iam_instance_profile', labelOf(name), [
        ...named(name, profile.path),
        [
          'role',
          roles[profile.role] ? attribute('role', profile.role, 'name') : hclQuoted([profile.role]),
        ],
        ['tags', terraformTags(profile.tags)],
      ]),
    ),
  ];
}

function lastName(arn: string): string {
  return arn.replace(/\}\}$/, '').split('/').at(-1) ?? arn;
}
