import { awsOwnership } from '../../checks/aws-owned-role.ts';
import { isEmergencyPrincipal } from '../../checks/emergency-principal.ts';
import { isAwsManaged } from '../../checks/managed-policy.ts';
import type { Finding } from '../../model/finding.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { evidenceList } from '../finding-subject.ts';
import type { ChangeFix, FixContext, FixWrite } from '../fix.ts';
import { type FixHolder, findHolder } from '../holders.ts';
import { policyState } from '../trust-audience.ts';
import type { FixMakers } from './maker.ts';

/** Policies that nobody has, and policies that give too much to somebody. */
export const policyMakers: FixMakers = {
  'policy-unattached': (finding, context) => deletePolicy(finding, context),
  'policy-admin-unattached': (finding, context) =>
    finding.outcome === 'fail' ? deletePolicy(finding, context) : undefined,
  'policy-cloudshell-full': (finding, { snapshot }) => {
    const holder = ownHolder(finding.subject, snapshot);
    if (holder === undefined) return undefined;
    return detachAll(
      holder,
      ['AWSCloudShellFullAccess'],
      [`${holder.label} loses AWS CloudShell.`],
    );
  },
  'policy-admin-aws-managed': (finding, { snapshot }) => {
    const holder = ownHolder(finding.subject, snapshot);
    if (finding.outcome !== 'fail' || holder === undefined) return undefined;
    return detachAll(holder, evidenceList(finding, 'policies'), [lossOf(holder)]);
  },
  'policy-admin-attached': (finding, { snapshot, settings }) => {
    if (finding.outcome !== 'fail') return undefined;
    const having = evidenceList(finding, 'principals')
      .flatMap((arn) => ownHolder(arn, snapshot) ?? [])
      .filter((holder) => !isEmergencyPrincipal(holder, settings));
    if (having.length === 0) return undefined;
    return {
      kind: 'change',
      writes: having.map((holder) => detach(holder, finding.subject)),
      cautions: having.map(lossOf),
    };
  },
  'policy-admin-inline': (finding, { snapshot }) => {
    const holder = ownHolder(finding.subject, snapshot);
    if (finding.outcome !== 'fail' || holder === undefined) return undefined;
    const labels = evidenceList(finding, 'policies');
    const found = holder.inlinePolicies.filter(({ name }) =>
      labels.includes(`inline policy ${name}`),
    );
    return {
      kind: 'change',
      writes: found.map((policy) => deleteInline(holder, policy)),
      cautions: [lossOf(holder), 'Its text stays in the plan file only.'],
    };
  },
};

/** None for what belongs to AWS, which nobody in the account can change. */
function ownHolder(arn: string, snapshot: Snapshot): FixHolder | undefined {
  const holder = findHolder(arn, snapshot);
  const isFixed = holder?.kind === 'role' && awsOwnership(holder) !== undefined;
  return isFixed ? undefined : holder;
}

function lossOf({ label }: FixHolder): string {
  return `${label} loses the power of an administrator, and what it does with it.`;
}

function detachAll(
  holder: FixHolder,
  names: readonly string[],
  cautions: readonly string[],
): ChangeFix {
  const found = holder.attachedPolicies.filter(
    ({ name, arn }) => names.includes(name) && isAwsManaged(arn),
  );
  return { kind: 'change', writes: found.map(({ arn }) => detach(holder, arn)), cautions };
}

/** How a policy is taken off whoever has it. */
export function detach({ arn, kind, name }: FixHolder, policy: string): FixWrite {
  return {
    subject: arn,
    target: { kind: 'attachment', holder: kind, name, policy },
    before: true,
    after: null,
  };
}

export function deleteInline(
  { arn, kind, name }: FixHolder,
  policy: FixHolder['inlinePolicies'][number],
): FixWrite {
  return {
    subject: arn,
    target: { kind: 'inline-policy', holder: kind, name, policy: policy.name },
    before: policyState(policy.document),
    after: null,
  };
}

/** IAM deletes a policy only when its other versions are gone. */
function deletePolicy(finding: Finding, { snapshot }: FixContext): ChangeFix | undefined {
  const { policies } = snapshot.parts;
  const policy =
    policies.status === 'known'
      ? policies.value.find(({ arn }) => arn === finding.subject)
      : undefined;
  if (policy === undefined) return undefined;
  const { arn, defaultVersionId, attachmentCount, boundaryCount } = policy;
  const target = { kind: 'policy', arn } as const;
  const state = {
    defaultVersion: defaultVersionId,
    attachments: attachmentCount,
    boundaries: boundaryCount,
  };
  const older = policy.versions.filter(({ id }) => id !== defaultVersionId);
  return {
    kind: 'change',
    writes: [
      ...older.map(
        ({ id }): FixWrite => ({
          subject: arn,
          target: { kind: 'policy-version', arn, version: id },
          before: true,
          after: null,
          provided: [{ target, state }],
        }),
      ),
      { subject: arn, target, before: state, after: null },
    ],
    cautions: [`${policy.name} and its versions do not come back.`],
  };
}
