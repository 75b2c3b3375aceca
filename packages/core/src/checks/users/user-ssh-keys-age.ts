import { defineCheck } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { userArns } from '../user-arn.ts';

export const userSshKeysAge = defineCheck({
  id: 'user-ssh-keys-age',
  title: 'Every active SSH public key is young enough',
  severity: 'low',
  subject: 'user',
  optIn: true,
  rationale: 'Whoever has the private key reads and writes the CodeCommit repositories.',
  remedy: 'Upload a new public key, then delete this one (iam:DeleteSSHPublicKey).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html',
  settings: ['sshKeyMaxAgeDays'],
  needs: ['users', 'sshPublicKeys'],
  run: ({ users, sshPublicKeys }, context) => {
    const arnOf = userArns(users, context);
    const limit = context.settings.sshKeyMaxAgeDays;
    return sshPublicKeys
      .filter(({ active }) => active)
      .map(({ id, userName, uploadedAt }) => {
        const age = ageInDays(uploadedAt, context.now);
        return {
          outcome: age > limit ? 'fail' : 'pass',
          subject: arnOf(userName),
          key: id,
          message: `SSH key ${id} of ${userName} is ${inDays(age)} old; the limit is ${limit}.`,
          evidence: { uploadedAt },
        };
      });
  },
});
