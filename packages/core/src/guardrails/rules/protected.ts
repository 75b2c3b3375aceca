import { matchesPattern, parseIamArn } from '@rolecall/policy';
import type { Judged, Subject } from '../judged.ts';
import { ownPatterns, ownScope } from '../own.ts';
import { reachedBy } from '../reached-by.ts';
import type { Fault } from '../refusal.ts';
import { meansResourceInAnyCase, type Named } from '../resource-pattern.ts';

/** Whether anything protected is touched: the resource, or another that its calls reach. */
export function judgeProtected(subject: Subject, judged: Judged): readonly Fault[] {
  const { rules, scope } = judged;
  const own = rules.allowSelf && scope === ownScope ? [] : ownPatterns;
  const touched = [...namesOf(subject), ...passedBy(subject), ...reachedBy(subject, judged)];
  const found = [...own, ...rules.protected].flatMap((pattern) => {
    const one = touched.find((named) => meansResourceInAnyCase(pattern, named));
    return one === undefined ? [] : [{ pattern, one }];
  })[0];
  const handed = own.length === 0 ? undefined : ownPolicyGiven(subject);
  return [
    ...(found === undefined
      ? []
      : [
          {
            rule: 'protected',
            message: `${found.one.type}/${found.one.name} is protected (${found.pattern}): no plan may change it.`,
            hint: own.includes(found.pattern) ? ownHint : 'Leave it to whoever looks after it.',
          },
        ]),
    ...(handed === undefined
      ? []
      : [
          {
            rule: 'protected',
            message: `${handed} is Rolecall's own: attached, it gives what Rolecall may do.`,
            hint: 'Use it as a permissions boundary, or write a policy for the purpose.',
          },
        ]),
  ];
}

const ownHint =
  'It is what Rolecall itself runs with. Only a manifest of scope rolecall-core changes it, where the guardrails say `allowSelf: true`.';

function namesOf({ type, name, arns }: Subject): readonly Named[] {
  return arns.map((arn) => ({ type, name, arn }));
}

/** Roles that a service is given to act as. */
function passedBy({ desired }: Subject): readonly Named[] {
  if (desired?.type !== 'proton-settings') return [];
  return Object.values(desired.roles).flatMap((arn) => {
    const name = parseIamArn(arn)?.name;
    return name === undefined ? [] : [{ type: 'role' as const, name, arn }];
  });
}

function ownPolicyGiven({ calls, desired }: Subject): string | undefined {
  const declared = desired && 'managedPolicies' in desired ? desired.managedPolicies : [];
  const attached = calls.flatMap(({ action, input }) =>
    /^iam:Attach\w+Policy$/.test(action) && 'PolicyArn' in input ? [input.PolicyArn] : [],
  );
  return [...declared, ...attached, ...customerPoliciesGiven({ calls, desired })].find((arn) => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    return (
      !matchesPattern('arn:*:iam::aws:*', arn) &&
      ownPatterns.some((pattern) => meansResourceInAnyCase(pattern, { type: 'policy', name, arn }))
    );
  });
}

/** By path and name: each account has its own of them, and Rolecall's own are called alike in all. */
function customerPoliciesGiven({
  calls,
  desired,
}: Pick<Subject, 'calls' | 'desired'>): readonly string[] {
  const declared = desired?.type === 'permission-set' ? desired.customerPolicies : [];
  const attached = calls.flatMap((call) => {
    if (call.action !== 'sso:AttachCustomerManagedPolicyReferenceToPermissionSet') return [];
    const { Path, Name } = call.input.CustomerManagedPolicyReference;
    return [`${Path}${Name}`];
  });
  return [...declared, ...attached].map((policy) => `arn:aws:iam::000000000000:policy${policy}`);
}
