import type { CheckContext } from '../check.ts';
import { askTrust, assumeRole, assumeRoleWithSaml, spareOthers } from '../trust-question.ts';
import { trustedPrincipals } from '../trusted-principals.ts';
import type { Actor } from './actor.ts';

/** Whether a service, or a SAML provider of the account, can take on a role by its trust policy. */
export interface TrustIndex {
  readonly trustsService: (role: Actor, service: string) => boolean;
  readonly samlProviders: (role: Actor) => readonly string[];
  /** Seen by the words alone: what a trust policy does not name needs permission to assume it. */
  readonly mayLetIn: (role: Actor, caller: Actor) => boolean;
}

export function indexTrust({ account }: CheckContext): TrustIndex {
  const known = new Map<string, boolean>();
  const listed = new Map<string, ReadonlySet<string>>();
  const asked = (
    { role, arn }: Actor,
    principal: { readonly [kind: string]: string },
    action: string,
  ): boolean => {
    if (role === undefined) return false;
    const key = `${arn} ${JSON.stringify(principal)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const elsewhere = {
      StringNotEquals: { 'aws:SourceAccount': account },
      Null: { 'aws:SourceAccount': 'false' },
    };
    const answer = askTrust(role.trust, {
      action,
      spared: [
        spareOthers(principal),
        // A service that acts for another account does not act for a caller of this one.
        { Effect: 'Allow', Principal: '*', Action: '*', Condition: elsewhere },
      ],
    });
    // Undecided is as good as trusted: what follows says that the document could not be judged.
    const made = answer.verdict !== 'no';
    known.set(key, made);
    return made;
  };
  return {
    trustsService: (actor, service) =>
      names(actor, 'service', service) && asked(actor, { Service: service }, assumeRole),
    samlProviders: (actor) =>
      named(actor, 'federated')
        .filter((arn) => arn.includes(`::${account}:saml-provider/`))
        .filter((arn) => asked(actor, { Federated: arn }, assumeRoleWithSaml))
        .toSorted(),
    mayLetIn: (actor, caller) => {
      const principals = listed.get(actor.arn) ?? new Set(principalsOf(actor));
      listed.set(actor.arn, principals);
      const isNamed = principals.has(caller.arn) || principals.has('*');
      if (isNamed) return true;
      return (
        (principals.has(account) ||
          [...principals].some((arn) => arn.endsWith(`::${account}:root`))) &&
        caller.held.some(({ compiled }) => compiled.allows.has('sts:assumerole'))
      );
    },
  };
}

function principalsOf({ role }: Actor): readonly string[] {
  if (role === undefined) return [];
  return trustedPrincipals(role.trust).flatMap(({ kind, value }) => {
    if (kind === 'anyone') return ['*'];
    return kind === 'aws' ? [value] : [];
  });
}

function names(actor: Actor, kind: 'service', value: string): boolean {
  return named(actor, kind).some((name) => name.toLowerCase() === value);
}

function named({ role }: Actor, kind: 'service' | 'federated'): readonly string[] {
  if (role === undefined) return [];
  const found = trustedPrincipals(role.trust).filter((principal) => principal.kind === kind);
  return [...new Set(found.map(({ value }) => value))];
}
