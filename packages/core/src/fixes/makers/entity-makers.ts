import { awsOwnership } from '../../checks/aws-owned-role.ts';
import type { Role } from '../../model/snapshot.ts';
import { subjectName } from '../finding-subject.ts';
import type { FixCondition, FixWrite } from '../fix.ts';
import { findHolder } from '../holders.ts';
import { policyState, stateWithAudience } from '../trust-audience.ts';
import type { FixMakers } from './maker.ts';
import { deleteInline, detach } from './policy-makers.ts';

/** Groups, roles and providers that nothing uses, and what the trust of a role lacks for certain. */
export const entityMakers: FixMakers = {
  'group-empty': (finding, { snapshot }) => {
    const group = findHolder(finding.subject, snapshot);
    if (group === undefined) return undefined;
    const target = { kind: 'group', name: group.name } as const;
    const state = { members: [] };
    return {
      kind: 'change',
      writes: [
        ...whileSo(
          [{ target, state }],
          [
            ...group.attachedPolicies.map(({ arn }) => detach(group, arn)),
            ...group.inlinePolicies.map((policy) => deleteInline(group, policy)),
          ],
        ),
        { subject: group.arn, target, before: state, after: null },
      ],
      cautions: [`Group ${group.name} does not come back, nor do its inline policies.`],
    };
  },
  'role-unused': (finding, { snapshot }) => {
    const holder = findHolder(finding.subject, snapshot);
    const { roles } = snapshot.parts;
    const role =
      roles.status === 'known' ? roles.value.find(({ arn }) => arn === finding.subject) : undefined;
    if (holder === undefined || role === undefined || awsOwnership(role) !== undefined) {
      return undefined;
    }
    const target = { kind: 'role', name: role.name } as const;
    const state = roleState(role);
    return {
      kind: 'change',
      onlyNamed: 'Nothing shows who would miss a role, and deleting it cannot be undone.',
      writes: [
        ...whileSo(
          [{ target, state }],
          [
            ...holder.attachedPolicies.map(({ arn }) => detach(holder, arn)),
            ...holder.inlinePolicies.map((policy) => deleteInline(holder, policy)),
            ...role.instanceProfiles.map(
              (profile): FixWrite => ({
                subject: role.arn,
                target: { kind: 'profile-role', profile, role: role.name },
                before: true,
                after: null,
              }),
            ),
          ],
        ),
        { subject: role.arn, target, before: state, after: null },
      ],
      cautions: [
        `Role ${role.name} does not come back: one made anew is another to those who trust it.`,
      ],
    };
  },
  'oidc-provider-unused': (finding, { snapshot }) => {
    const { oidcProviders } = snapshot.parts;
    const provider =
      oidcProviders.status === 'known'
        ? oidcProviders.value.find(({ arn }) => arn === finding.subject)
        : undefined;
    if (provider === undefined) return undefined;
    return {
      kind: 'change',
      onlyNamed: 'A role that is about to be made may need it.',
      writes: [
        {
          subject: provider.arn,
          target: { kind: 'oidc-provider', arn: provider.arn },
          before: { audiences: provider.clientIds.toSorted() },
          after: null,
        },
      ],
      cautions: [`Nobody can sign in with tokens of ${provider.url} any more.`],
    };
  },
  'role-oidc-github-sub': (finding, { snapshot }) => {
    const { roles, oidcProviders } = snapshot.parts;
    if (roles.status === 'unknown' || oidcProviders.status === 'unknown') return undefined;
    const role = roles.value.find(({ arn }) => arn === finding.subject);
    // Whom else it should keep out only a person knows.
    const lacksAudienceOnly = /^\S+ does not test the audience \(aud\)\.$/.test(finding.message);
    const provider = oidcProviders.value.find(
      ({ url }) => url.toLowerCase() === 'token.actions.githubusercontent.com',
    );
    const [audience, another] = provider?.clientIds ?? [];
    if (role === undefined || provider === undefined || !lacksAudienceOnly) return undefined;
    if (audience === undefined || another !== undefined) return undefined;
    const before = policyState(role.trust);
    const wanted = { provider: provider.arn, audience };
    const after = stateWithAudience(before, wanted);
    if (after === undefined) return undefined;
    return {
      kind: 'change',
      writes: [
        {
          subject: role.arn,
          target: { kind: 'role-trust', name: role.name, ...wanted },
          before,
          after,
          // What the provider takes decides whether the test keeps anybody out.
          provided: [
            {
              target: { kind: 'oidc-provider', arn: provider.arn },
              state: { audiences: [audience] },
            },
          ],
        },
      ],
      cautions: [`The trust policy of ${subjectName(finding)} asks for the audience ${audience}.`],
    };
  },
};

function roleState({ lastUsed }: Role) {
  return { lastUsedAt: lastUsed?.at ?? null };
}

function whileSo(
  provided: readonly FixCondition[],
  writes: readonly FixWrite[],
): readonly FixWrite[] {
  return writes.map((write) => ({ ...write, provided }));
}
