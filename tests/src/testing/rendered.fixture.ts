import type { DesiredOf, DesiredResource } from '@rolecall/core';
import { type HclBlock, type HclNode, readHcl } from './hcl.fixture.ts';
import { centerConfiguration, centerTemplate, isOfCenter } from './rendered-center.fixture.ts';
import { isOfKinds, kindConfiguration, kindTemplate } from './rendered-kinds.fixture.ts';

/** What a rendered file comes to in one account, and what Rolecall itself would make there. */
export interface Place {
  readonly account: string;
  readonly partition: string;
}

type Values = { readonly [name: string]: unknown };
export interface Made {
  readonly type: string;
  /** Logical id or label. */
  readonly id: string;
  readonly values: Values;
}

/** Carries out the functions of a template, as CloudFormation does. */
export function evaluateTemplate(text: string, place: Place): readonly Made[] {
  const template: {
    Parameters?: { [id: string]: { Description: string } };
    Conditions?: { [id: string]: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, string] } };
    Resources: { [id: string]: { Type: string; Condition?: string; Properties: Values } };
  } = JSON.parse(text);
  const pseudo = new Map([
    ['AWS::AccountId', place.account],
    ['AWS::Partition', place.partition],
    ['InstanceArn', instance],
    ['IdentityStoreId', store],
    ...Object.entries(template.Parameters ?? {}).flatMap(([id, { Description }]) => {
      const person = /^Id of the ((?:user|group) .+) of Identity Center$/.exec(Description)?.[1];
      return person === undefined ? [] : [[id, person] as const];
    }),
  ]);
  const named = (id: string) => {
    const { Type = '', Properties = {} } = template.Resources[id] ?? {};
    const kind = Type.replace('AWS::IAM::', '');
    const name = String(
      Properties[`${kind}Name`] ??
        Properties.ManagedPolicyName ??
        Properties.Url ??
        Properties.Name,
    ).replace('https://', '');
    const type = cloudFormationKinds.get(kind) ?? '';
    const arn = `arn:${place.partition}:iam::${place.account}:${type}${Properties.Path ?? '/'}${name}`;
    return { name, arn, refIsArn: /^(?:ManagedPolicy|OIDCProvider|SAMLProvider)$/.test(kind) };
  };
  const evaluate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(evaluate);
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = [], ...more] = Object.entries(value);
    if (more.length > 0 || name === undefined) return mapValues(value, evaluate);
    if (name === 'Ref') {
      const { arn, name: own, refIsArn } = named(String(argument));
      return pseudo.get(String(argument)) ?? (refIsArn ? arn : own);
    }
    if (name === 'Fn::GetAtt') {
      const [id = '', attribute] = String(argument).split(',');
      const { Name, DisplayName } = template.Resources[id]?.Properties ?? {};
      if (attribute === 'PermissionSetArn') return `set ${Name}`;
      return attribute === 'GroupId' ? `group ${DisplayName}` : named(id).arn;
    }
    if (name !== 'Fn::Sub') return mapValues(value, evaluate);
    return String(argument).replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, key: string) =>
      literal === '!' ? `\${${key}}` : (pseudo.get(key) ?? named(key).arn),
    );
  };
  const regionOf = (condition: string): string => {
    const [tested, region] = template.Conditions?.[condition]?.['Fn::Equals'] ?? [];
    if (tested?.Ref !== 'AWS::Region' || region === undefined) throw new Error(condition);
    return region;
  };
  return Object.entries(template.Resources).map(([id, { Type, Condition, Properties }]) => ({
    type: Type,
    id,
    values: {
      ...(Condition === undefined ? {} : { Region: regionOf(Condition) }),
      ...mapValues(Properties, evaluate),
    },
  }));
}

/** Stand for what Identity Center makes up. */
const instance = 'instance';
const store = 'store';

const cloudFormationKinds = new Map([
  ['Role', 'role'],
  ['User', 'user'],
  ['Group', 'group'],
  ['ManagedPolicy', 'policy'],
  ['OIDCProvider', 'oidc-provider'],
  ['SAMLProvider', 'saml-provider'],
]);

/** Carries out a configuration, as Terraform does; `policies` are those that data reads, by ARN. */
export function evaluateConfiguration(
  text: string,
  place: Place,
  policies: ReadonlyMap<string, unknown>,
): readonly Made[] {
  const blocks = readHcl(text);
  const evaluate = (node: HclNode): unknown => {
    switch (node.kind) {
      case 'scalar':
        return node.value;
      case 'text':
        return node.parts
          .map((part) => (typeof part === 'string' ? part : String(evaluate(part))))
          .join('');
      case 'list':
        return node.items.map(evaluate);
      case 'object':
        return Object.fromEntries(node.members.map(([key, member]) => [key, evaluate(member)]));
      case 'encoded':
        return JSON.stringify(evaluate(node.value));
      case 'reference':
        return attributeOf(node.path);
      case 'first':
        return node.of.path.at(-1) === 'arns' ? instance : store;
      default:
        return node satisfies never;
    }
  };
  const valuesOf = ({ content }: HclBlock): Values =>
    Object.fromEntries([...content].map(([name, node]) => [name, evaluate(node)]));
  const attributeOf = (path: readonly string[]): unknown => {
    if (path[0] === 'local') {
      const locals = blocks.find(({ type }) => type === 'locals')?.content.get(path[1] ?? '');
      if (locals === undefined) throw new Error(`nothing is ${path.join('.')}`);
      return evaluate(locals);
    }
    const [type = '', label = '', attribute = ''] = path[0] === 'data' ? path.slice(1) : path;
    if (type === 'aws_caller_identity') return place.account;
    if (type === 'aws_partition') return place.partition;
    const kind = path[0] === 'data' ? 'data' : 'resource';
    const block = blocks.find(
      (one) => one.type === kind && one.labels[0] === type && one.labels[1] === label,
    );
    if (!block) throw new Error(`nothing is ${path.join('.')}`);
    const values = valuesOf(block);
    const person = personOf(type, values);
    if (person !== undefined) return person;
    if (path[0] === 'data') return JSON.stringify(policies.get(String(values.arn)));
    if (attribute !== 'arn') return values[attribute];
    const word = terraformKinds.get(type);
    const name = String(values.name ?? values.url).replace('https://', '');
    return `arn:${place.partition}:iam::${place.account}:${word}${values.path ?? '/'}${name}`;
  };
  return blocks
    .filter(({ type }) => type === 'resource')
    .map((block) => {
      const [type = '', id = ''] = block.labels;
      return { type, id, values: valuesOf(block) };
    });
}

/** Who or what of Identity Center the block is about; made or looked up. */
function personOf(type: string, values: Values): string | undefined {
  const found = /"attribute_value":("[^"]*")/.exec(JSON.stringify(values))?.[1];
  const name = found === undefined ? undefined : JSON.parse(found);
  if (type === 'aws_ssoadmin_permission_set') return `set ${values.name}`;
  if (type === 'aws_identitystore_user') return `user ${values.user_name ?? name}`;
  return type === 'aws_identitystore_group' ? `group ${values.display_name ?? name}` : undefined;
}

const terraformKinds = new Map([
  ['aws_iam_role', 'role'],
  ['aws_iam_user', 'user'],
  ['aws_iam_group', 'group'],
  ['aws_iam_policy', 'policy'],
  ['aws_iam_openid_connect_provider', 'oidc-provider'],
  ['aws_iam_saml_provider', 'saml-provider'],
]);

/** What a template would have to come to for the resources that Rolecall plans. */
export function expectedTemplate(desired: readonly DesiredResource[]): readonly Omit<Made, 'id'>[] {
  return desired.flatMap((resource) => {
    if (isOfCenter(resource)) return centerTemplate(resource);
    if (isOfKinds(resource)) return kindTemplate(resource);
    switch (resource.type) {
      case 'role':
        return cloudFormation('Role', {
          RoleName: resource.name,
          Path: resource.path,
          Description: resource.description,
          AssumeRolePolicyDocument: resource.trust,
          MaxSessionDuration: resource.maxSessionDuration,
          PermissionsBoundary: resource.permissionsBoundary,
          ...grants(resource),
        });
      case 'user':
        return cloudFormation('User', {
          UserName: resource.name,
          Path: resource.path,
          Groups: some(resource.groups),
          PermissionsBoundary: resource.permissionsBoundary,
          ...grants(resource),
        });
      case 'group':
        return cloudFormation('Group', {
          GroupName: resource.name,
          Path: resource.path,
          ...grants(resource),
        });
      case 'policy':
        return cloudFormation('ManagedPolicy', {
          ManagedPolicyName: resource.name,
          Path: resource.path,
          Description: resource.description,
          PolicyDocument: resource.document,
        });
      case 'instance-profile':
        return cloudFormation('InstanceProfile', {
          InstanceProfileName: resource.name,
          Path: resource.path,
          Roles: [resource.role],
        });
      case 'oidc-provider':
        return cloudFormation('OIDCProvider', {
          Url: `https://${resource.url}`,
          ClientIdList: resource.clientIds,
          ThumbprintList: resource.thumbprints,
        });
      case 'service-linked-role':
        return cloudFormation('ServiceLinkedRole', {
          AWSServiceName: resource.service,
          CustomSuffix: resource.customSuffix,
          Description: resource.description,
        });
      default:
        throw new Error(`no blueprint makes an ${resource.type}`);
    }
  });
}

type Holder = DesiredOf<'role' | 'user' | 'group'>;

function grants({ managedPolicies, inlinePolicies }: Holder) {
  return {
    ManagedPolicyArns: some(managedPolicies),
    Policies: some(
      Object.entries(inlinePolicies).map(([PolicyName, PolicyDocument]) => ({
        PolicyName,
        PolicyDocument,
      })),
    ),
  };
}

function cloudFormation(type: string, values: Values): Omit<Made, 'id'> {
  return { type: `AWS::IAM::${type}`, values: given(values) };
}

/** What a configuration would have to come to for the resources that Rolecall plans. */
export function expectedConfiguration(
  desired: readonly DesiredResource[],
): readonly Omit<Made, 'id'>[] {
  return desired.flatMap((resource) => {
    const { name } = resource;
    if (isOfCenter(resource)) return centerConfiguration(resource);
    if (isOfKinds(resource)) return kindConfiguration(resource);
    switch (resource.type) {
      case 'role':
        return [
          terraform('role', {
            name,
            path: resource.path,
            description: resource.description,
            max_session_duration: resource.maxSessionDuration,
            permissions_boundary: resource.permissionsBoundary,
            assume_role_policy: JSON.stringify(resource.trust),
          }),
          ...granted(resource),
        ];
      case 'user':
        return [
          terraform('user', {
            name,
            path: resource.path,
            permissions_boundary: resource.permissionsBoundary,
          }),
          ...(resource.groups.length > 0
            ? [terraform('user_group_membership', { user: name, groups: resource.groups })]
            : []),
          ...granted(resource),
        ];
      case 'group':
        return [terraform('group', { name, path: resource.path }), ...granted(resource)];
      case 'policy':
        return [
          terraform('policy', {
            name,
            path: resource.path,
            description: resource.description,
            policy: JSON.stringify(resource.document),
          }),
        ];
      case 'instance-profile':
        return [terraform('instance_profile', { name, path: resource.path, role: resource.role })];
      case 'oidc-provider':
        return [
          terraform('openid_connect_provider', {
            url: `https://${resource.url}`,
            client_id_list: resource.clientIds,
            thumbprint_list: resource.thumbprints,
          }),
        ];
      case 'service-linked-role':
        return [terraform('service_linked_role', { aws_service_name: resource.service })];
      default:
        throw new Error(`no blueprint makes an ${resource.type}`);
    }
  });
}

function granted({ type, name, managedPolicies, inlinePolicies }: Holder) {
  return [
    ...Object.entries(inlinePolicies).map(([policy, document]) =>
      terraform(`${type}_policy`, { name: policy, [type]: name, policy: JSON.stringify(document) }),
    ),
    ...managedPolicies.map((arn) =>
      terraform(`${type}_policy_attachment`, { [type]: name, policy_arn: arn }),
    ),
  ];
}

function terraform(type: string, values: Values): Omit<Made, 'id'> {
  return { type: `aws_iam_${type}`, values: given(values) };
}

/** The same as text that readers of repositories take: a template, or a plan. */
export function asTemplate(made: readonly Made[]): string {
  const resources = made.map(({ id, type, values }) => [id, { Type: type, Properties: values }]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

export function asPlan(made: readonly Made[]): string {
  const resources = made.map(({ id, type, values }) => ({
    address: `${type}.${id}`,
    mode: 'managed',
    type,
    name: id,
    values,
  }));
  return JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } });
}

function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function some<Member>(list: readonly Member[]): readonly Member[] | undefined {
  return list.length > 0 ? list : undefined;
}

function mapValues(record: object, change: (value: unknown) => unknown): Values {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
