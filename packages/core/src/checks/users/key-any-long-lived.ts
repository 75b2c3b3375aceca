import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows } from '../credential-rows.ts';

export const keyAnyLongLived = defineCheck({
  id: 'key-any-long-lived',
  title: 'Access keys of users are known, or forbidden',
  severity: 'medium',
  subject: 'access-key',
  rationale:
    'A role gives credentials that expire by themselves; an access key works until somebody ' +
    'remembers it. Fails only where forbidLongLivedKeys is set; otherwise it is the inventory.',
  remedy: 'Give what uses the key a role (OIDC, instance profile, Roles Anywhere), then delete it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  controls: ['KEY-1'],
  settings: ['forbidLongLivedKeys'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { settings }) =>
    judgeUserRows(credentialReport, (row) =>
      activeKeys(row).map(({ key, label, accessKey }) => ({
        key,
        outcome: settings.forbidLongLivedKeys ? 'fail' : 'pass',
        message: `${label} is active${settings.forbidLongLivedKeys ? '; long-lived keys are forbidden' : ''}.`,
        evidence: {
          lastRotatedAt: accessKey.lastRotatedAt ?? null,
          lastUsedAt: accessKey.lastUsedAt ?? null,
          lastUsedService: accessKey.lastUsedService ?? null,
          lastUsedRegion: accessKey.lastUsedRegion ?? null,
        },
      })),
    ),
});
