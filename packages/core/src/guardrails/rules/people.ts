import { matchesPattern } from '@rolecall/policy';
import { contactNames } from '../../model/kinds/alternate-contact.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import { undecidedFault } from '../verdict-fault.ts';

/** Whom AWS writes to: contacts of the account, and people of Identity Center. */
export function judgeAddress({ desired }: Subject, { rules }: Judged): readonly Fault[] {
  switch (desired?.type) {
    case 'alternate-contact':
      return judgeDomain('contacts', desired.contact.email, rules.contacts?.emailDomains);
    case 'identity-center-user':
      return judgeDomain('people', desired.email, rules.people?.emailDomains);
    default:
      return [];
  }
}

function judgeDomain(
  rule: 'contacts' | 'people',
  email: string | undefined,
  domains: readonly string[] | undefined,
): readonly Fault[] {
  if (email === undefined || domains === undefined) return [];
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (domains.some((pattern) => matchesPattern(pattern, domain))) return [];
  const message = `Its e-mail address is at ${domain}, which the guardrails do not allow.`;
  return [{ rule, message, hint: `Allowed: ${domains.join(', ') || 'none'}.` }];
}

/** Whether all contacts that have to be there are, once any is changed. */
export function judgeContacts({ rules, subjects, before }: Judged): readonly Fault[] {
  const changed = subjects.filter(({ type }) => type === 'alternate-contact');
  const required = rules.contacts?.required ?? [];
  if (changed.length === 0 || required.length === 0) return [];
  const declared = changed.flatMap(({ desired, name }) => (desired === undefined ? [] : [name]));
  const { alternateContacts: part } = before.parts;
  const missing = contactNames.filter(
    (name) =>
      required.includes(name) &&
      !declared.includes(name) &&
      !(part.status === 'known' && part.value[name]),
  );
  if (missing.length === 0) return [];
  const hint = `Declare ${missing.map((name) => `alternateContacts.${name}`).join(', ')}.`;
  if (part.status === 'unknown') {
    const whether = `whether the account has a ${missing.join(' and a ')} contact`;
    return [undecidedFault({ rule: 'contacts', whether, why: part.reason.message, hint })];
  }
  const message = `The account would have no ${missing.join(' and no ')} contact.`;
  return [{ rule: 'contacts', message, hint }];
}
