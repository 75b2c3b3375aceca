export interface StarterOptions {
  readonly account: string;
  readonly scope: string;
  readonly partition: string;
}

export const schemaFile = 'rolecall.schema.json';

/**
 * The manifest to begin with. Prose begins with `# `, what is ready to be used with `#` alone, so
 * that taking that one character away is all there is to do.
 */
export function starterManifest({ account, scope, partition }: StarterOptions): string {
  return `# yaml-language-server: $schema=./${schemaFile}
#
# How the IAM of one account shall be. \`rolecall plan\` shows what it would change, \`rolecall apply\`
# changes it. Take the # away from what you want of the rest.
version: 1

# Marks what this file owns: nothing else is ever changed. Choose it once; it never changes.
scope: ${scope}

# The only account this is for.
account: '${account}'
${partition === 'aws' ? '#partition: aws-us-gov' : `partition: ${partition}`}

# Further files, so that several teams can each own theirs.
#include: ['rolecall/*.yaml']

# Delete what this scope owns and no longer declares; never more than so many at once.
#prune:
#  maxDeletes: 5

# What a password of an IAM user must be. Where the account has one already, "adopt: true" allows
# to replace it.
passwordPolicy:
  minimumLength: 14
  reusePrevention: 24
#  adopt: true

# Roles, with who may assume them and what they may do.
#roles:
#  auditor:
#    description: Reads the settings of everything, and no data.
#    trust:
#      Statement:
#        Effect: Allow
#        Principal: { AWS: 'arn:${partition}:iam::${account}:root' }
#        Action: sts:AssumeRole
#    managedPolicies: [SecurityAudit]

# Ready sets of roles and policies: rolecall blueprint list
#blueprints:
#  support:
#    use: support-user-role
#    with:
#      principals: ['arn:${partition}:iam::${account}:root']

# Whom and what the checks let pass (user/NAME, role/NAME, group/NAME or an ARN): rolecall check
#checks:
#  emergencyPrincipals: [user/EmergencyAccess]
#  accessKeyMaxAgeDays: 90
`;
}
