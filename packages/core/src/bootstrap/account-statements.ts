import type { ReasonedStatement } from './bootstrap.ts';
import type { ApplyNeeds } from './needs.ts';

export function alternateContactStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, account, alternateContacts } = needs;
  if (alternateContacts.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'SetAlternateContacts',
        Effect: 'Allow',
        Action: 'account:PutAlternateContact',
        Resource: `arn:${partition}:account::${account}:account`,
        Condition: {
          'ForAnyValue:StringEquals': {
            'account:AlternateContactTypes': alternateContacts.map((name) => name.toUpperCase()),
          },
        },
      },
      why: 'Opted in (alternate-contacts): the contacts that the manifest names. None is ever deleted.',
    },
  ];
}
