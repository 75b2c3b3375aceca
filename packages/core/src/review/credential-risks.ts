import { powerOf } from '../access/power-of.ts';
import { principalsOf } from '../access/principal-access.ts';
import type { Delivery } from '../model/sign-in.ts';
import type { Change } from '../plan/plan.ts';
import { aboutChange } from './about-change.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** Ways to sign in that somebody is given: passwords, access keys, and where new ones are sent. */
export function credentialRisks({ plan, after }: RiskInput): readonly Risk[] {
  const principals = new Map((principalsOf(after) ?? []).map((each) => [each.arn, each]));
  const isAdministrator = ({ arn }: Change) => {
    const user = principals.get(arn);
    const power = user === undefined ? 'none' : powerOf(user, after.caller);
    return power === 'full' || power === 'escalation';
  };
  return (plan?.changes ?? []).flatMap((change) => {
    const risks = change.operations.flatMap((operation): readonly Told[] => {
      switch (operation.action) {
        case 'iam:CreateLoginProfile': {
          const { Delivery: to, PasswordResetRequired } = operation.input;
          const lasts = PasswordResetRequired
            ? ''
            : ' It need not be changed at the first sign-in.';
          return [
            { isNew: true, text: `Is given a console password, for ${wordsFor(to)}.${lasts}` },
          ];
        }
        case 'iam:CreateAccessKey':
          return [
            {
              isNew: true,
              text: `Is given an access key, for ${wordsFor(operation.input.Delivery)}.`,
            },
          ];
        case 'iam:UpdateLoginProfile':
          return [
            {
              isNew: false,
              text: 'Its password need not be changed at the next sign-in: whoever delivered it may go on using it.',
            },
          ];
        default:
          return [];
      }
    });
    return [
      ...[...new Map(risks.map((told) => [told.text, told])).values()].map(
        ({ isNew, text }): Risk => ({
          kind: 'credential',
          severity: !isNew ? 'medium' : isAdministrator(change) ? 'critical' : 'high',
          ...aboutChange(change),
          text: isNew && isAdministrator(change) ? `${text} It is an administrator's.` : text,
        }),
      ),
      ...addressRisks(change),
    ];
  });
}

interface Told {
  readonly isNew: boolean;
  readonly text: string;
}

function wordsFor(delivery: Delivery): string {
  if ('recipients' in delivery) return `the age keys ${delivery.recipients.join(', ')}`;
  const { name, region } = delivery.secretsManager;
  return `Secrets Manager, ${name} in ${region}`;
}

/** New passwords of people of Identity Center are sent to their address. */
function addressRisks(change: Change): readonly Risk[] {
  if (change.type !== 'identity-center-user') return [];
  return change.operations.flatMap(({ action, before, after }): readonly Risk[] => {
    if (action !== 'identitystore:UpdateUser') return [];
    const [old, next] = [emailIn(before), emailIn(after)];
    if (next === undefined || old === next) return [];
    const text = `${change.name} gets another e-mail address, ${next}: who reads it can set a new password.`;
    return [{ kind: 'credential', severity: 'high', ...aboutChange(change), text }];
  });
}

function emailIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('Email' in value)) return undefined;
  return typeof value.Email === 'string' ? value.Email : undefined;
}
