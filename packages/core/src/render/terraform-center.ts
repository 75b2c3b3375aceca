import {
  type Center,
  foreignGroups,
  mentionedUsers,
  singleAssignments,
  splitPolicyPath,
} from './center-people.ts';
import { type Hcl, type HclArgument, hclBlock, hclQuoted, hclValue } from './hcl.ts';
import type { OpenResources } from './open-resources.ts';
import { labelOf, type TerraformNames } from './terraform-names.ts';

const instance = 'data.aws_ssoadmin_instances.current';
const instance_arn: HclArgument = ['instance_arn', { code: 'local.instance_arn' }];
const identity_store_id: HclArgument = ['identity_store_id', { code: 'local.identity_store_id' }];

/** Identity Center: its instance is looked up, and so is who is named and not declared. */
export function terraformCenter(
  { sections: { identityCenter } }: OpenResources,
  names: TerraformNames,
): readonly string[] {
  if (Object.values(identityCenter).every((one) => Object.keys(one).length === 0)) return [];
  return [
    hclBlock(['data', 'aws_ssoadmin_instances', 'current'], []),
    hclBlock(
      ['locals'],
      [
        ['instance_arn', { code: `tolist(${instance}.arns)[0]` }],
        ['identity_store_id', { code: `tolist(${instance}.identity_store_ids)[0]` }],
      ],
    ),
    ...permissionSetBlocks(identityCenter, names),
    ...directoryBlocks(identityCenter, names),
    ...assignmentBlocks(identityCenter, names),
  ];
}

function permissionSetBlocks(
  { permissionSets }: Center,
  { label, once, text, attribute }: TerraformNames,
): readonly string[] {
  return Object.entries(permissionSets).flatMap(([name, set]) => {
    const own = label('permission-set', name);
    const { description, relayState, inlinePolicy, permissionsBoundary: boundary, tags } = set;
    const maybe = (value: string | undefined) => (value === undefined ? undefined : text(value));
    const attached = (kind: string, policy: string, content: HclArgument): string =>
      hclBlock(
        ['resource', `aws_ssoadmin_${kind}`, once(`${own}_${labelOf(lastName(policy))}`)],
        [instance_arn, ['permission_set_arn', attribute('permission-set', name, 'arn')], content],
      );
    return [
      hclBlock(
        ['resource', 'aws_ssoadmin_permission_set', own],
        [
          instance_arn,
          ['name', hclQuoted([name])],
          ['description', maybe(description)],
          ['session_duration', hclQuoted([set.sessionDuration])],
          ['relay_state', maybe(relayState)],
          ['tags', Object.keys(tags).length > 0 ? hclValue(tags, text) : undefined],
        ],
      ),
      ...set.managedPolicies.map((arn) =>
        attached('managed_policy_attachment', arn, ['managed_policy_arn', text(arn)]),
      ),
      ...set.customerPolicies.map((policy) =>
        attached('customer_managed_policy_attachment', policy, reference(policy)),
      ),
      ...(inlinePolicy === undefined
        ? []
        : [
            attached('permission_set_inline_policy', 'inline', [
              'inline_policy',
              { code: `jsonencode(${hclValue(inlinePolicy, text).code})` },
            ]),
          ]),
      ...(boundary === undefined
        ? []
        : [
            attached('permissions_boundary_attachment', boundary, [
              'permissions_boundary',
              {
                block: [
                  boundary.startsWith('/')
                    ? reference(boundary)
                    : ['managed_policy_arn', text(boundary)],
                ],
              },
            ]),
          ]),
    ];
  });
}

function directoryBlocks(center: Center, names: TerraformNames): readonly string[] {
  const { groups, users } = center;
  const { label, once, attribute } = names;
  const quoted = (value: string): Hcl => hclQuoted([value]);
  const strangers = mentionedUsers(center).filter((name) => !Object.hasOwn(users, name));
  return [
    ...strangers.map((name) =>
      lookup('aws_identitystore_user', label('identity-center-user', name), ['UserName', name]),
    ),
    ...foreignGroups(center).map((name) =>
      lookup('aws_identitystore_group', label('identity-center-group', name), [
        'DisplayName',
        name,
      ]),
    ),
    ...Object.entries(users).map(([name, { givenName, familyName, displayName, email }]) =>
      hclBlock(
        ['resource', 'aws_identitystore_user', label('identity-center-user', name)],
        [
          identity_store_id,
          ['user_name', quoted(name)],
          ['display_name', quoted(displayName ?? `${givenName} ${familyName}`)],
          [
            'name',
            {
              block: [
                ['given_name', quoted(givenName)],
                ['family_name', quoted(familyName)],
              ],
            },
          ],
          [
            'emails',
            email === undefined
              ? undefined
              : {
                  block: [
                    ['value', quoted(email)],
                    ['primary', { code: 'true' }],
                  ],
                },
          ],
        ],
      ),
    ),
    ...Object.entries(groups).flatMap(([name, { description, members }]) => [
      hclBlock(
        ['resource', 'aws_identitystore_group', label('identity-center-group', name)],
        [
          identity_store_id,
          ['display_name', quoted(name)],
          ['description', description === undefined ? undefined : quoted(description)],
        ],
      ),
      ...members.map((member) =>
        hclBlock(
          [
            'resource',
            'aws_identitystore_group_membership',
            once(`${label('identity-center-group', name)}_${labelOf(member)}`),
          ],
          [
            identity_store_id,
            ['group_id', attribute('identity-center-group', name, 'group_id')],
            ['member_id', attribute('identity-center-user', member, 'user_id')],
          ],
        ),
      ),
    ]),
  ];
}

function assignmentBlocks(
  center: Center,
  { label, once, text, attribute }: TerraformNames,
): readonly string[] {
  return singleAssignments(center).map(({ permissionSet, group, user = '', account }) =>
    hclBlock(
      [
        'resource',
        'aws_ssoadmin_account_assignment',
        once(`${label('permission-set', permissionSet)}_${labelOf(group ?? user)}`),
      ],
      [
        instance_arn,
        ['permission_set_arn', attribute('permission-set', permissionSet, 'arn')],
        ['principal_type', hclQuoted([group === undefined ? 'USER' : 'GROUP'])],
        [
          'principal_id',
          group === undefined
            ? attribute('identity-center-user', user, 'user_id')
            : attribute('identity-center-group', group, 'group_id'),
        ],
        ['target_type', hclQuoted(['AWS_ACCOUNT'])],
        ['target_id', text(account)],
      ],
    ),
  );
}

/** Somebody who is there, by what is unique to them. */
function lookup(type: string, label: string, [path, value]: readonly [string, string]): string {
  return hclBlock(
    ['data', type, label],
    [
      identity_store_id,
      [
        'alternate_identifier',
        {
          block: [
            [
              'unique_attribute',
              {
                block: [
                  ['attribute_path', hclQuoted([path])],
                  ['attribute_value', hclQuoted([value])],
                ],
              },
            ],
          ],
        },
      ],
    ],
  );
}

function reference(policy: string): HclArgument {
  const { name, path } = splitPolicyPath(policy);
  return [
    'customer_managed_policy_reference',
    {
      block: [
        ['name', hclQuoted([name])],
        ['path', hclQuoted([path])],
      ],
    },
  ];
}

function lastName(policy: string): string {
  return policy.slice(policy.lastIndexOf('/') + 1);
}
