import { defineCheck } from '../check.ts';
import { judgeRegions, type RegionVerdict } from '../regional.ts';

export const ec2InstanceRole = defineCheck({
  id: 'ec2-instance-role',
  title: 'Every EC2 instance has a role',
  severity: 'medium',
  subject: 'region',
  rationale:
    'A program on an instance without a role that calls AWS does it with access keys that lie on ' +
    'the disk.',
  remedy:
    'Attach an instance profile (aws ec2 associate-iam-instance-profile), and take the keys off ' +
    'the instance. One that never calls AWS needs none: make an exception for it.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html',
  optIn: true,
  needs: ['instances'],
  run: ({ instances }, context) =>
    judgeRegions(instances, context, (value) =>
      value
        .filter(({ state }) => state !== 'terminated' && state !== 'shutting-down')
        .map(
          ({ id, arn: subject, instanceProfileArn }): RegionVerdict =>
            instanceProfileArn === undefined
              ? { outcome: 'fail', subject, message: `${id} has no role.` }
              : {
                  outcome: 'pass',
                  subject,
                  message: `${id} has a role.`,
                  evidence: { instanceProfileArn },
                },
        ),
    ),
});
