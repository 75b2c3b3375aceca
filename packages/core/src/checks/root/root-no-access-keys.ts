import { defineCheck } from '../check.ts';
import { rootCredentials, rootFactMissing, rootParts } from './root-credentials.ts';

export const rootNoAccessKeys = defineCheck({
  id: 'root-no-access-keys',
  title: 'The root user has no access keys',
  severity: 'critical',
  subject: 'account',
  rationale:
    'An access key of root does everything from anywhere, without MFA, and no policy limits it.',
  remedy: 'Give what uses the key a role of its own, then sign in as root and delete the key.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
  controls: ['ROOT-2'],
  needs: [],
  uses: rootParts,
  run: (_, context, used) => {
    const { accessKeys, evidence } = rootCredentials(used, context);
    if (accessKeys === undefined)
      return rootFactMissing('whether root has access keys', used, context);
    return [
      {
        outcome: accessKeys ? 'fail' : 'pass',
        subject: context.accountArn,
        message: accessKeys
          ? 'The root user has an access key.'
          : 'The root user has no access key.',
        evidence,
      },
    ];
  },
});
