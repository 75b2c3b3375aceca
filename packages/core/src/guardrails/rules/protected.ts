import { matchesPattern, parseIamArn } from '@rolecall/policy';
import { type ResourceType, resourceKey } from '../../model/resource.ts';
import { type Call, isCallOf } from '../../plan/calls.ts';
import { indexLive } from '../../plan/live-index.ts';
import type { Judged, Subject } from '../judged.ts';
import { ownPatterns, ownScope } from '../own.ts';
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

/** Others by name: a policy that goes is taken from roles, a user joins a group. */
function reachedBy({ calls, resource }: Subject, { before, after }: Judged): readonly Named[] {
  const others = calls.flatMap(namesIn).filter((named) => resourceKey(named) !== resource);
  if (others.length === 0) return [];
  const indexes = [indexLive(before), indexLive(after)];
  return others.flatMap(({ type, name }) => {
    const arns = indexes.flatMap((index) => {
      const live = index.find({ type, name });
      return live !== undefined && 'arn' in live ? [live.arn] : [];
    });
    return [{ type, name, arn: '' }, ...arns.map((arn) => ({ type, name, arn }))];
  });
}

/** Other services call theirs the same. */
function namesIn(call: Call): readonly { type: ResourceType; name: string }[] {
  if (!isCallOf('iam', call)) return [];
  const { input } = call;
  return [
    ...('RoleName' in input ? [{ type: 'role' as const, name: input.RoleName }] : []),
    ...('UserName' in input ? [{ type: 'user' as const, name: input.UserName }] : []),
    ...('GroupName' in input ? [{ type: 'group' as const, name: input.GroupName }] : []),
    ...('InstanceProfileName' in input
      ? [{ type: 'instance-profile' as const, name: input.InstanceProfileName }]
      : []),
  ];
}

function ownPolicyGiven({ calls, desired }: Subject): string | undefined {
  const declared = desired && 'managedPolicies' in desired ? desired.managedPolicies : [];
  const attached = calls.flatMap(({ action, input }) =>
    /^iam:Attach\w+Policy$/.test(action) && 'PolicyArn' in input ? [input.PolicyArn] : [],
  );
  return [...declared, ...attached].find((arn) => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    return (
      !matchesPattern('arn:*:iam::aws:*', arn) &&
      ownPatterns.some((pattern) => meansResourceInAnyCase(pattern, { type: 'policy', name, arn }))
    );
  });
}
