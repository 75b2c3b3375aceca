import { matchesPattern } from '@rolecall/policy';
import type { Delivery } from '../../model/sign-in.ts';
import type { Fault } from '../refusal.ts';
import type { CredentialRules } from '../schema.ts';

type DeliveryRules = NonNullable<CredentialRules['delivery']>;

/** Whether passwords and keys go to those alone who may have them. */
export function judgeDelivery(
  rules: DeliveryRules | undefined,
  deliveries: readonly Delivery[],
): readonly Fault[] {
  if (rules === undefined) return [];
  const faults = deliveries.flatMap((delivery) =>
    'recipients' in delivery
      ? judgeRecipients(rules, delivery.recipients)
      : judgeSecrets(rules, delivery.secretsManager),
  );
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

function judgeRecipients(
  { recipients: allowed, minRecipients }: DeliveryRules,
  recipients: readonly string[],
): readonly Fault[] {
  const strangers = recipients.filter((key) => allowed !== undefined && !allowed.includes(key));
  const isTooFew = minRecipients !== undefined && recipients.length < minRecipients;
  return [
    ...(strangers.length === 0
      ? []
      : [
          fault(
            `It would be delivered to ${strangers.join(', ')}, whom the guardrails do not know.`,
            allowed?.length === 0
              ? 'No age key may be delivered to: use Secrets Manager.'
              : `Allowed: ${allowed?.join(', ')}.`,
          ),
        ]),
    ...(isTooFew
      ? [
          fault(
            `${recipients.length} could read what is delivered; it takes ${minRecipients}.`,
            'Name more recipients, so that one lost key is not the end of it.',
          ),
        ]
      : []),
  ];
}

type Place = Extract<Delivery, { readonly secretsManager: unknown }>['secretsManager'];

function judgeSecrets({ secretsManager: allowed }: DeliveryRules, place: Place): readonly Fault[] {
  if (allowed === undefined || allowed.some((one) => fits(one, place))) return [];
  const { name, region, kmsKeyId } = place;
  const key = kmsKeyId === undefined ? '' : `, by key ${kmsKeyId}`;
  return [
    fault(
      `It would be kept in Secrets Manager as ${name} in ${region}${key}, which is not allowed.`,
      allowed.length === 0
        ? 'Nothing may be kept in Secrets Manager: name age recipients.'
        : 'Name a place that credentials.delivery.secretsManager allows, and a key where it asks for one.',
    ),
  ];
}

function fits(
  { names, regions, kmsKeyIds }: NonNullable<DeliveryRules['secretsManager']>[number],
  { name, region, kmsKeyId }: Place,
): boolean {
  return among(names, name) && among(regions, region) && among(kmsKeyIds, kmsKeyId ?? '');
}

function among(patterns: readonly string[] | undefined, value: string): boolean {
  return (
    patterns === undefined || patterns.some((each) => value !== '' && matchesPattern(each, value))
  );
}

function fault(message: string, hint: string): Fault {
  return { rule: 'delivery', message, hint };
}
