import type { PolicyDocument } from '@rolecall/policy';
import type { PrincipalAccess } from '../../access/principal-access.ts';
import type { Fault } from '../refusal.ts';
import type { CredentialRules } from '../schema.ts';
import { type Compare, judgeWithin } from './never-grant.ts';

type WithoutMfa = NonNullable<CredentialRules['withoutMfa']>;

/** Whether a user may do more without a second factor than the rules let one do. */
export function judgeWithoutMfa(
  { actions }: WithoutMfa,
  access: PrincipalAccess,
  compare: Compare,
): readonly Fault[] {
  const list = actions.join(', ') || 'nothing';
  return judgeWithin(allowedWithout(actions), access, {
    compare,
    rule: 'without-mfa',
    grants: `Without MFA it could do more than is allowed (${list})`,
    whether: `whether without MFA it could do more than is allowed (${list})`,
    hint: 'Add a Deny of all else with BoolIfExists aws:MultiFactorAuthPresent false; BoolIfExists, because access keys come without the key.',
  });
}

/** With MFA everything, without it this alone; of a version without variables. */
function allowedWithout(actions: WithoutMfa['actions']): PolicyDocument {
  const rest = { Effect: 'Allow', Resource: '*' } as const;
  return {
    Version: '2008-10-17',
    Statement: [
      { ...rest, Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      ...(actions.length === 0 ? [] : [{ ...rest, Action: actions }]),
    ],
  };
}
