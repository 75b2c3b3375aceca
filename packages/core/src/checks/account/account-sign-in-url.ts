import { findPartition } from '@rolecall/policy';
import { defineCheck } from '../check.ts';

export const accountSignInUrl = defineCheck({
  id: 'account-sign-in-url',
  title: 'The address at which users sign in is known',
  severity: 'info',
  subject: 'account',
  rationale:
    'In an emergency somebody who never signed in as a user of the account has to know where.',
  remedy: 'Keep the address with the emergency credentials.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/account-alias-create.html',
  controls: ['ACC-3'],
  needs: ['accountAliases'],
  run: ({ accountAliases: [alias] }, { account, accountArn: subject, partition }) => {
    const host = findPartition(partition)?.signInHost;
    const evidence = { alias: alias ?? null, account };
    if (host === undefined) {
      const message = `The sign-in host of partition ${partition} is not known.`;
      return [{ outcome: 'manual', subject, message, evidence }];
    }
    const url = `https://${alias ?? account}.${host}/console`;
    const message = `Users sign in at ${url}${alias === undefined ? '; the account has no alias' : ''}.`;
    return [{ outcome: 'pass', subject, message, evidence: { ...evidence, url } }];
  },
});
