import type { Json } from '@rolecall/policy';
import {
  analyzerResources,
  regionCondition,
  regionConditions,
} from './cloudformation-analyzers.ts';
import { centerParameters, centerResources } from './cloudformation-center.ts';
import { cloudFormationText } from './cloudformation-text.ts';
import type { OpenResources } from './open-resources.ts';
import { type TemplateNames, templateNames } from './template-names.ts';
import {
  some,
  type TemplateResource,
  templateResource,
  templateTags,
} from './template-resource.ts';

/**
 * A CloudFormation template, as JSON. Account and partition are pseudo parameters, so that it serves
 * any account; it takes CAPABILITY_NAMED_IAM, and for Identity Center the ids of instance and people
 * as parameters. What CloudFormation has no resource for is left out:
 * see `leftOut`.
 */
export function renderCloudFormation(resources: OpenResources): string {
  const names = templateNames(resources);
  const declared = declare(resources, names);
  const parameters = centerParameters(resources, names);
  const conditions = regionConditions(declared);
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: resources.title,
    ...(Object.keys(parameters).length > 0 ? { Parameters: parameters } : {}),
    ...(Object.keys(conditions).length > 0 ? { Conditions: conditions } : {}),
    Resources: Object.fromEntries(
      declared.map(([id, type, properties, region]) => [
        id,
        {
          Type: type,
          ...(region === undefined ? {} : { Condition: regionCondition(region) }),
          Properties: properties,
        },
      ]),
    ),
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

function declare(resources: OpenResources, names: TemplateNames): readonly TemplateResource[] {
  const { sections, path } = resources;
  const { roles, policies, groups, users, instanceProfiles, serviceLinkedRoles } = sections;
  const { oidcProviders, samlProviders } = sections;
  const { idOf } = names;
  const ref = (type: string, name: string): Json => ({ Ref: idOf(type, name) });
  const text = (value: string) => cloudFormationText(value, names, 'reference');
  const fill = (value: unknown, order: 'reference' | 'name') =>
    fillTexts(value, (one) => cloudFormationText(one, names, order));
  const grants = (one: {
    readonly managedPolicies: readonly string[];
    readonly inlinePolicies: { readonly [name: string]: unknown };
  }) => ({
    ManagedPolicyArns: some(one.managedPolicies.map(text)),
    Policies: some(
      Object.entries(one.inlinePolicies).map(([PolicyName, document]) => ({
        PolicyName,
        PolicyDocument: fill(document, 'name'),
      })),
    ),
  });
  const bounded = (boundary: string | undefined) =>
    boundary === undefined ? undefined : text(boundary);

  return [
    ...Object.entries(oidcProviders).map(([url, { clientIds, thumbprints, tags }]) =>
      resource(idOf('oidc-provider', url), 'OIDCProvider', {
        Url: `https://${url}`,
        ClientIdList: clientIds,
        ThumbprintList: thumbprints,
        Tags: templateTags(tags),
      }),
    ),
    ...Object.entries(samlProviders).flatMap(([name, { metadata, tags }]) =>
      typeof metadata === 'string'
        ? [
            resource(idOf('saml-provider', name), 'SAMLProvider', {
              Name: name,
              SamlMetadataDocument: text(metadata),
              Tags: templateTags(tags),
            }),
          ]
        : [],
    ),
    ...Object.entries(serviceLinkedRoles).map(([service, { customSuffix, description }]) =>
      resource(idOf('service-linked-role', service), 'ServiceLinkedRole', {
        AWSServiceName: service,
        CustomSuffix: customSuffix,
        Description: description,
      }),
    ),
    ...Object.entries(policies).flatMap(([name, policy]) =>
      'copyOf' in policy.document
        ? []
        : [
            resource(idOf('policy', name), 'ManagedPolicy', {
              ManagedPolicyName: name,
              Path: policy.path ?? path,
              Description: policy.description,
              PolicyDocument: fill(policy.document, 'name'),
            }),
          ],
    ),
    ...Object.entries(groups).map(([name, group]) =>
      resource(idOf('group', name), 'Group', {
        GroupName: name,
        Path: group.path ?? path,
        ...grants(group),
      }),
    ),
    ...Object.entries(users).map(([name, user]) =>
      resource(idOf('user', name), 'User', {
        UserName: name,
        Path: user.path ?? path,
        Groups: some(user.groups.map((group) => (groups[group] ? ref('group', group) : group))),
        ...grants(user),
        PermissionsBoundary: bounded(user.permissionsBoundary),
        Tags: templateTags(user.tags),
      }),
    ),
    ...Object.entries(roles).map(([name, role]) =>
      resource(idOf('role', name), 'Role', {
        RoleName: name,
        Path: role.path ?? path,
        Description: role.description,
        AssumeRolePolicyDocument: fill(role.trust, 'reference'),
        ...grants(role),
        PermissionsBoundary: bounded(role.permissionsBoundary),
        MaxSessionDuration: role.maxSessionDuration,
        Tags: templateTags(role.tags),
      }),
    ),
    ...Object.entries(instanceProfiles).map(([name, profile]) =>
      resource(idOf('instance-profile', name), 'InstanceProfile', {
        InstanceProfileName: name,
        Path: profile.path ?? path,
        Roles: [roles[profile.role] ? ref('role', profile.role) : profile.role],
      }),
    ),
    ...analyzerResources(resources, names, (value) => cloudFormationText(value, names, 'name')),
    ...centerResources(resources, names, { text, document: (value) => fill(value, 'name') }),
  ];
}

function resource(id: string, type: string, properties: TemplateResource[2]): TemplateResource {
  return templateResource(id, `IAM::${type}`, properties);
}

function fillTexts(value: unknown, change: (text: string) => Json): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member: unknown) => fillTexts(member, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, fillTexts(member, change)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
