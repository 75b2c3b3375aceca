/** A plan as `terraform show -json` prints it, of one role with a policy of each way to give one. */
export interface PlanParts {
  readonly before: { readonly inline: object; readonly managed: object } | null;
  readonly after: { readonly inline: object; readonly managed: object };
  /** Whether the managed policy's document is known only after apply. */
  readonly isUnknown?: boolean;
}

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});

const provider = 'registry.terraform.io/hashicorp/aws';

export function aPlan({ before, after, isUnknown = false }: PlanParts): string {
  const actions = before === null ? ['create'] : ['update'];
  const role = { name: 'app', assume_role_policy: trust, permissions_boundary: null };
  const arn = 'arn:aws:iam::111122223333:policy/app';
  const isNew = before === null;
  const change = (address: string, [old, next, unknown]: readonly [object, object, object]) => {
    const [type = '', name = ''] = address.split('.').slice(-2);
    return {
      address,
      module_address: 'module.app',
      mode: 'managed',
      type,
      name,
      provider_name: provider,
      change: {
        actions,
        before: isNew ? null : old,
        after: next,
        after_unknown: unknown,
        before_sensitive: {},
        after_sensitive: {},
      },
    };
  };
  return JSON.stringify(
    {
      format_version: '1.2',
      terraform_version: '1.9.5',
      planned_values: { root_module: {} },
      resource_changes: [
        change('module.app.aws_iam_role.this', [
          // As read last: a mirror of what aws_iam_role_policy has put there.
          { ...role, inline_policy: [{ name: 'logs', policy: JSON.stringify(before?.inline) }] },
          isNew
            ? role
            : { ...role, inline_policy: [{ name: 'logs', policy: JSON.stringify(before.inline) }] },
          isNew ? { arn: true, id: true, inline_policy: true, managed_policy_arns: true } : {},
        ]),
        change('module.app.aws_iam_role_policy.logs', [
          { name: 'logs', role: 'app', policy: JSON.stringify(before?.inline) },
          { name: 'logs', policy: JSON.stringify(after.inline), ...(isNew ? {} : { role: 'app' }) },
          isNew ? { id: true, role: true } : {},
        ]),
        change('module.app.aws_iam_policy.app', [
          { name: 'app', arn, policy: JSON.stringify(before?.managed) },
          {
            name: 'app',
            ...(isNew ? {} : { arn }),
            ...(isUnknown ? {} : { policy: JSON.stringify(after.managed) }),
          },
          { ...(isNew && { arn: true, id: true }), ...(isUnknown && { policy: true }) },
        ]),
        change('module.app.aws_iam_role_policy_attachment.app', [
          { role: 'app', policy_arn: arn },
          isNew ? {} : { role: 'app', policy_arn: arn },
          isNew ? { role: true, policy_arn: true } : {},
        ]),
      ],
      configuration: {
        provider_config: { aws: { name: 'aws', full_name: provider } },
        root_module: {
          module_calls: {
            app: {
              source: './app',
              module: {
                resources: [
                  {
                    address: 'aws_iam_role.this',
                    mode: 'managed',
                    type: 'aws_iam_role',
                    name: 'this',
                    expressions: { name: {}, assume_role_policy: {} },
                  },
                  {
                    address: 'aws_iam_role_policy.logs',
                    expressions: {
                      policy: {},
                      role: { references: ['aws_iam_role.this.id', 'aws_iam_role.this'] },
                    },
                  },
                  { address: 'aws_iam_policy.app', expressions: { policy: {} } },
                  {
                    address: 'aws_iam_role_policy_attachment.app',
                    expressions: {
                      role: { references: ['aws_iam_role.this.name', 'aws_iam_role.this'] },
                      policy_arn: { references: ['aws_iam_policy.app.arn', 'aws_iam_policy.app'] },
                    },
                  },
                ],
              },
            },
          },
        },
      },
    },
    undefined,
    2,
  );
}
