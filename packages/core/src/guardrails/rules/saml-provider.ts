import { matchesPattern } from '@rolecall/policy';
import { readSamlMetadata, type SamlMetadata } from '../../plan/kinds/saml-metadata.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import type { SamlRules } from '../schema.ts';
import { undecidedFault } from '../verdict-fault.ts';

/** Whether an identity provider is one that may say who somebody is, and for long enough. */
export function judgeSamlProvider(
  { desired }: Subject,
  { rules, after }: Judged,
): readonly Fault[] {
  const wanted = rules.samlProviders;
  if (wanted === undefined || desired?.type !== 'saml-provider') return [];
  const metadata = readSamlMetadata(desired.metadata);
  if (metadata === undefined) return [undecided('Its metadata cannot be read.')];
  return [
    ...judgeNames('entityID', wanted.entityIds, [metadata.entityId]),
    ...judgeNames('address for signing in', wanted.signIn, metadata.endpoints),
    ...judgeCertificates(wanted, metadata),
    ...judgeDaysLeft(wanted, metadata, after.takenAt),
  ];
}

function judgeNames(
  what: string,
  patterns: readonly string[] | undefined,
  values: readonly string[],
): readonly Fault[] {
  if (patterns === undefined) return [];
  // A reference to a character could spell another name than it shows.
  const hidden = values.find((value) => /&(?!amp;)/.test(value));
  if (hidden !== undefined) return [undecided(`Its ${what} ${hidden} holds character references.`)];
  const strange = values.filter((value) => !patterns.some((each) => matchesPattern(each, value)));
  if (strange.length === 0) return [];
  return [
    {
      rule: 'saml',
      message: `Its ${what} is ${strange.join(', ')}, which the guardrails do not allow.`,
      hint: `Allowed: ${patterns.join(', ') || 'none'}.`,
    },
  ];
}

function judgeCertificates(
  { certificates: allowed }: SamlRules,
  { certificates, hasUnreadKeys }: SamlMetadata,
): readonly Fault[] {
  if (allowed === undefined) return [];
  if (hasUnreadKeys) return [undecided('It has a key that is no certificate which can be read.')];
  const strange = certificates.filter(({ fingerprint }) => !allowed.includes(fingerprint));
  if (strange.length === 0) return [];
  return [
    {
      rule: 'saml',
      message: `It has a certificate that the guardrails do not know: ${strange.map(({ fingerprint }) => fingerprint).join(', ')}.`,
      hint: 'Whoever holds its key signs in as anybody. Ask the identity provider whether it is theirs, then have it added to samlProviders.certificates.',
    },
  ];
}

const dayMs = 24 * 3600 * 1000;

function judgeDaysLeft(
  { minDaysLeft }: SamlRules,
  { certificates, validUntil, hasUnreadKeys }: SamlMetadata,
  from: string,
): readonly Fault[] {
  if (minDaysLeft === undefined) return [];
  const until = Date.parse(from) + minDaysLeft * dayMs;
  const lasts = (instant: string | undefined) =>
    instant !== undefined && Date.parse(instant) >= until;
  const isUnread = hasUnreadKeys || certificates.some(({ expires }) => expires === undefined);
  const isSigned = certificates.some(({ expires }) => lasts(expires));
  return [
    ...(validUntil === undefined || lasts(validUntil) ? [] : [ends('metadata', minDaysLeft)]),
    ...(isSigned || certificates.length + Number(hasUnreadKeys) === 0
      ? []
      : [
          isUnread
            ? undecided('The end of one of its certificates cannot be read.')
            : ends('last certificate', minDaysLeft),
        ]),
  ];
}

function ends(what: string, days: number): Fault {
  return {
    rule: 'saml',
    message: `Its ${what} ends in less than ${days} days.`,
    hint: 'Get new metadata from those who run the identity provider.',
  };
}

function undecided(why: string): Fault {
  return undecidedFault({
    rule: 'saml',
    whether: 'whether it is an identity provider that the guardrails allow',
    why,
    hint: 'Give metadata in plain XML, as the identity provider offers it for download.',
  });
}
