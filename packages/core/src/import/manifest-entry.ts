import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import type { LiveOf } from '../model/resource.ts';
import { revokedBefore } from '../model/session-revocation.ts';
import type { Candidate } from './candidates.ts';
import { isOfCenter } from './center-barrier.ts';
import { centerEntry } from './center-entry.ts';
import { declarable, type EntryFacts, listed, type ManifestEntry, tagsOf } from './entry-parts.ts';
import { policyReference } from './policy-reference.ts';
import { signInEntry } from './sign-in-entry.ts';

/** The declaration under which the resource stays as it is. */
export function manifestEntry(live: Candidate, facts: EntryFacts): ManifestEntry {
  if (isOfCenter(live)) return centerEntry(live, facts);
  switch (live.type) {
    case 'account-alias':
      return plain({ alias: live.alias, adopt: true });
    case 'password-policy':
      return plain({ ...live.settings, adopt: true });
    case 'alternate-contact':
      return plain({ ...live.contact, adopt: true });
    case 'proton-settings':
      return plain({ ...live.roles, includeRetired: true, adopt: true });
    case 'saml-provider':
      return plain({ adopt: true, metadata: live.metadata, ...tagsOf(live.tags) });
    case 'analyzer':
      return plain({
        adopt: true,
        type: live.analyzerType,
        regions: [live.region],
        ...(live.unusedAccessAge === undefined ? {} : { unusedAccessAge: live.unusedAccessAge }),
        ...archiveRules(live.archiveRules),
        ...tagsOf(live.tags),
      });
    case 'role':
      return {
        value: {
          adopt: true,
          path: live.path,
          ...(live.description ? { description: live.description } : {}),
          trust: declarable(live.trust),
          ...grants({ ...live, inlinePolicies: live.inlinePolicies.filter(isNoRevocation) }, facts),
          ...boundary(live, facts),
          ...revocation(live),
          ...(live.maxSessionDuration === 3600
            ? {}
            : { maxSessionDuration: live.maxSessionDuration }),
          ...tagsOf(live.tags),
        },
        comments: goneFrom(live.trust, facts).map(
          (id) =>
            `${id} was deleted; IAM keeps its id here and takes no new trust policy that names it.`,
        ),
      };
    case 'user':
      return plain({
        adopt: true,
        path: live.path,
        ...listed('groups', [...live.groups].sort()),
        ...grants(live, facts),
        ...boundary(live, facts),
        ...(facts.withSignIns ? signInEntry(live) : {}),
        ...tagsOf(live.tags),
      });
    case 'group':
      return plain({ adopt: true, path: live.path, ...grants(live, facts) });
    case 'policy':
      return plain({
        adopt: true,
        path: live.path,
        ...(live.description ? { description: live.description } : {}),
        document: declarable(live.document),
        ...tagsOf(live.tags),
      });
    case 'instance-profile':
      return plain({
        adopt: true,
        path: live.path,
        ...(live.roles[0] === undefined ? {} : { role: live.roles[0] }),
        ...tagsOf(live.tags ?? {}),
      });
    case 'oidc-provider':
      return plain({
        adopt: true,
        clientIds: [...live.clientIds].sort(),
        ...listed('thumbprints', [...live.thumbprints].sort()),
        ...tagsOf(live.tags),
      });
    default:
      return live satisfies never;
  }
}

function plain(value: ManifestEntry['value']): ManifestEntry {
  return { value, comments: [] };
}

type Holder = Pick<LiveOf<'role'>, 'attachedPolicies' | 'inlinePolicies'>;

function grants({ attachedPolicies, inlinePolicies }: Holder, { names }: EntryFacts) {
  const attached = attachedPolicies.map(({ arn }) => policyReference(arn, names)).sort();
  const inline = inlinePolicies
    .map(({ name, document }): [string, unknown] => [name, declarable(document)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...listed('managedPolicies', attached),
    ...(inline.length > 0 ? { inlinePolicies: new Map(inline) } : {}),
  };
}

type Inline = LiveOf<'role'>['inlinePolicies'][number];

function isNoRevocation(inline: Inline): boolean {
  return revokedBefore(inline) === undefined;
}

/** What a person wrote through AWS's console when they revoked the sessions of a role. */
function revocation({ inlinePolicies }: LiveOf<'role'>) {
  const [before] = inlinePolicies.flatMap((one) => revokedBefore(one) ?? []);
  return before === undefined ? {} : { revokeSessionsBefore: before };
}

function boundary(
  { permissionsBoundary }: { readonly permissionsBoundary?: string | undefined },
  { names }: EntryFacts,
) {
  if (permissionsBoundary === undefined) return {};
  return { permissionsBoundary: policyReference(permissionsBoundary, names) };
}

function archiveRules(rules: LiveOf<'analyzer'>['archiveRules']) {
  const entries = Object.entries(rules).map(([name, filter]): [string, unknown] => [
    name,
    { filter },
  ]);
  return entries.length > 0 ? { archiveRules: new Map(entries) } : {};
}

/** Unique ids in the place of principals that are no more. */
function goneFrom(trust: PolicyDocument, { principalIds }: EntryFacts): readonly string[] {
  const named = statementsOf(trust).flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((principal) =>
      typeof principal === 'object' ? asList(principal.AWS) : asList(principal),
    ),
  );
  const ids = named.filter((name) => /^A(?:RO|ID)A[A-Z0-9]+$/.test(name));
  return [...new Set(ids)].filter((id) => !principalIds.has(id)).sort();
}
