import { analyzersByRegion } from './analyzers-by-region.ts';
import { foreignGroups, mentionedUsers, singleAssignments } from './center-people.ts';
import type { CloudFormationNames } from './cloudformation-text.ts';
import { nameOnce } from './name-once.ts';
import type { OpenResources } from './open-resources.ts';
import { openArn } from './resource-arn.ts';

/** How a template calls the resources. */
export interface TemplateNames extends CloudFormationNames {
  readonly idOf: (type: string, name: string) => string;
}

export function templateNames(resources: OpenResources): TemplateNames {
  const ids = logicalIds(resources.sections);
  const idOf = (type: string, name: string): string => ids.get(`${type}/${name}`) ?? name;
  return {
    idOf,
    // Of policies and providers Ref is the ARN.
    reference: (type, name) =>
      type === 'policy' || type === 'oidc-provider' || type === 'saml-provider'
        ? { Ref: idOf(type, name) }
        : { 'Fn::GetAtt': [idOf(type, name), 'Arn'] },
    arn: (type, name) =>
      openArn(resources, type, name)
        .replace('{{partition}}', '${AWS::Partition}')
        .replace('{{account}}', '${AWS::AccountId}'),
  };
}

function logicalIds(sections: OpenResources['sections']): ReadonlyMap<string, string> {
  const { identityCenter } = sections;
  const keys = Object.entries({
    'oidc-provider': sections.oidcProviders,
    'saml-provider': sections.samlProviders,
    'service-linked-role': sections.serviceLinkedRoles,
    policy: sections.policies,
    group: sections.groups,
    user: sections.users,
    role: sections.roles,
    'instance-profile': sections.instanceProfiles,
    'permission-set': identityCenter.permissionSets,
  }).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}/${name}`));
  const groups = [...Object.keys(identityCenter.groups), ...foreignGroups(identityCenter)];
  const members = Object.entries(identityCenter.groups).flatMap(([group, one]) =>
    one.members.map((member) => `${group}/${member}`),
  );
  const assignments = singleAssignments(identityCenter).map(
    ({ permissionSet, group, user = '', account }) =>
      [permissionSet, group ?? user, account].join('/'),
  );
  const ofCenter = [
    ...groups.map((name) => `identity-center-group/${name}`),
    ...mentionedUsers(identityCenter).map((name) => `identity-center-user/${name}`),
    ...members.map((name) => `member/${name}`),
    ...assignments.map((name) => `assignment/${name}`),
  ];
  const analyzers = analyzersByRegion(sections).map(({ key }) => `analyzer/${key}`);
  const once = nameOnce();
  return new Map(
    [...keys, ...analyzers, ...ofCenter].map((key) => {
      const words = key.split(/[^A-Za-z0-9]+/).filter(Boolean);
      const id = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
      return [key, once(id)];
    }),
  );
}
