import { defineCheck } from '../check.ts';
import { ageInDays } from '../dates.ts';

export const roleSlrInventory = defineCheck({
  id: 'role-slr-inventory',
  title: 'The service-linked roles are listed',
  severity: 'info',
  subject: 'role',
  rationale:
    'A service-linked role shows which services the account uses or used. It can be deleted when ' +
    'the service has no resources left.',
  remedy:
    'Delete those of services that you no longer use (aws iam delete-service-linked-role); AWS ' +
    'refuses while resources are left.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  controls: ['SLR-1'],
  settings: ['roleUnusedDays'],
  needs: ['roles'],
  run: ({ roles }, { accountArn, now, settings }) => {
    const linked = roles
      .filter(({ path }) => path.startsWith('/aws-service-role/'))
      .toSorted((a, b) => (a.arn < b.arn ? -1 : 1));
    const unused = linked.filter(
      ({ lastUsed, createdAt }) =>
        ageInDays(lastUsed?.at ?? createdAt, now) > settings.roleUnusedDays,
    );
    return [
      {
        outcome: 'pass',
        subject: accountArn,
        message:
          `There are ${linked.length} service-linked roles, of which ${unused.length} were not ` +
          `used for ${settings.roleUnusedDays} days.`,
        evidence: {
          roles: linked.map(({ name, path, lastUsed }) => ({
            name,
            service: path.split('/')[2] ?? '',
            lastUsedAt: lastUsed?.at ?? null,
          })),
          unused: unused.map(({ name }) => name),
        },
      },
    ];
  },
});
