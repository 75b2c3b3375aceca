import type { GuardrailRules } from '../schema.ts';
import type { Contradiction } from './contradiction.ts';
import { canMeet, protectedIndex, readPattern } from './covered.ts';

/** Users who may be given what nobody can be given. */
export function credentialContradictions(rules: GuardrailRules): readonly Contradiction[] {
  const { credentials } = rules;
  if (credentials === undefined) return [];
  const { accessKeys = [], maxAccessKeys, passwords = [], delivery } = credentials;
  const granted = accessKeys.length > 0 ? 'accessKeys' : passwords.length > 0 ? 'passwords' : '';
  const { recipients, minRecipients, secretsManager } = delivery ?? {};
  const at = (...path: readonly (string | number)[]) => ['credentials', ...path];
  return [
    ...(['passwords', 'accessKeys'] as const).flatMap((member) =>
      (credentials[member] ?? []).flatMap((pattern, index) =>
        userContradictions(pattern, at(member, index), rules),
      ),
    ),
    ...(maxAccessKeys === 0 && accessKeys.length > 0
      ? [
          {
            path: at('maxAccessKeys'),
            against: at('accessKeys'),
            message: 'No user may have an access key, and yet some may be given them',
            hint: 'Raise maxAccessKeys, or say accessKeys: [].',
          },
        ]
      : []),
    ...(recipients !== undefined && minRecipients !== undefined && recipients.length < minRecipients
      ? [
          {
            path: at('delivery', 'minRecipients'),
            against: at('delivery', 'recipients'),
            message: `It takes ${minRecipients} recipients, and ${recipients.length} are allowed`,
            hint: 'Allow more age keys, or ask for fewer.',
          },
        ]
      : []),
    ...(granted !== '' && recipients?.length === 0 && secretsManager?.length === 0
      ? [
          {
            path: at('delivery'),
            against: at(granted),
            message: 'Nothing can be delivered to anybody, and yet some may be given credentials',
            hint: `Allow a recipient or a place of Secrets Manager, or say ${granted}: [].`,
          },
        ]
      : []),
  ];
}

function userContradictions(
  pattern: string,
  path: Contradiction['path'],
  { names, paths, protected: guarded }: GuardrailRules,
): readonly Contradiction[] {
  const { form, type, text } = readPattern(pattern);
  const hint = 'Take it out here, or change the other rule.';
  if (type !== undefined && type !== 'user') {
    const message = `${pattern} is no user, and nobody else can be given credentials`;
    return [{ path, against: path, message, hint: 'Write user/NAME.' }];
  }
  const held = protectedIndex(guarded, pattern, 'user');
  const [member, allowed] =
    form === 'path' ? (['paths', paths.users] as const) : (['names', names.users] as const);
  return [
    ...(held < 0
      ? []
      : [
          {
            path,
            against: ['protected', held],
            message: `${pattern} may be given credentials, and no plan may change it`,
            hint,
          },
        ]),
    ...(form === 'arn' || canMeet([text], allowed)
      ? []
      : [
          {
            path,
            against: [member, 'users'],
            message: `${pattern} may be given credentials, and no user may be called or lie so`,
            hint,
          },
        ]),
  ];
}
