import { asList, parseIamArn, statementsOf } from '@rolecall/policy';
import type { Role } from '../../model/snapshot.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { ownRoles } from '../outside-trusts.ts';
import { missingIn, readRegions, regionNotReadable, unreadRegions } from '../regional.ts';

export const roleEc2Unused = defineCheck({
  id: 'role-ec2-unused',
  title: 'Every role for EC2 is that of some instance',
  severity: 'info',
  subject: 'role',
  rationale: 'A role of machines that are gone can be put on a new one by whoever may pass it.',
  remedy:
    'See that no launch template or Auto Scaling group names the instance profile, then delete ' +
    'profile and role.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
  optIn: true,
  needs: ['roles', 'instances'],
  run: ({ roles, instances }, { accountArn }) => {
    const used = new Set(
      readRegions(instances).flatMap(({ value }) =>
        value.flatMap(({ state, instanceProfileArn }) =>
          state === 'terminated' || instanceProfileArn === undefined ? [] : [instanceProfileArn],
        ),
      ),
    );
    const names = new Set([...used].map((arn) => parseIamArn(arn)?.name ?? arn));
    const unread = unreadRegions(instances);
    const isUsed = (profile: string) => used.has(profile) || names.has(profile);
    const verdicts = ownRoles(roles)
      .filter((role) => isForEc2(role) && role.instanceProfiles.length > 0)
      .flatMap(({ name, arn: subject, instanceProfiles }): readonly Verdict[] => {
        const evidence = { instanceProfiles: [...instanceProfiles] };
        if (instanceProfiles.some(isUsed)) {
          return [{ outcome: 'pass', subject, message: `${name} is in use.`, evidence }];
        }
        if (unread.length > 0) {
          const where = unread
            .map(({ region, reason }) => `${region} (${reason.permission ?? reason.message})`)
            .join(', ');
          const message = `${name} is used by no instance that was seen; not read: ${where}.`;
          const { missingPermissions, remedy } = missingIn(unread);
          return [
            {
              outcome: 'unknown',
              subject,
              message,
              evidence: { ...evidence, missingPermissions },
              remedy,
            },
          ];
        }
        return [{ outcome: 'fail', subject, message: `No instance uses ${name}.`, evidence }];
      });
    return [...verdicts, ...unread.map((region) => regionNotReadable(region, accountArn))];
  },
});

function isForEc2({ trust }: Role): boolean {
  return statementsOf(trust).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      typeof Principal === 'object' &&
      asList(Principal['Service']).some((name) => /^ec2\.amazonaws\.com(?:\.cn)?$/i.test(name)),
  );
}
