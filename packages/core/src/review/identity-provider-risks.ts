import { readSamlMetadata, type SamlMetadata } from '../plan/kinds/saml-metadata.ts';
import { aboutChange } from './about-change.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** Who may say who somebody is: a new identity provider, or another key that its word is signed with. */
export function identityProviderRisks({ plan, before, desired }: RiskInput): readonly Risk[] {
  const { samlMetadata } = before.parts;
  return (plan?.changes ?? []).flatMap((change): readonly Risk[] => {
    const writes = change.operations.filter(({ action }) =>
      ['iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider'].includes(action),
    );
    if (change.type !== 'saml-provider' || writes.length === 0) return [];
    const declared = desired.find(
      (each) => each.type === 'saml-provider' && each.name === change.name,
    );
    const next =
      declared?.type === 'saml-provider' ? readSamlMetadata(declared.metadata) : undefined;
    const there = samlMetadata.status === 'known' ? samlMetadata.value[change.arn] : undefined;
    const about = { kind: 'identity-provider', ...aboutChange(change) } as const;
    if (there === undefined) {
      const who = next === undefined ? '' : ` It is ${next.entityId}.`;
      const text = `Whom it vouches for, role trusts can let in.${who}`;
      return [{ ...about, severity: 'medium', text }];
    }
    const news = newsIn(readSamlMetadata(there.metadata), next);
    return news.length > 0
      ? [{ ...about, severity: 'high', text: news.join(' ') }]
      : [{ ...about, severity: 'low', text: 'Its metadata changes, and vouches by no new key.' }];
  });
}

/** What is not read may be anything. */
function newsIn(old: SamlMetadata | undefined, next: SamlMetadata | undefined): readonly string[] {
  if (next === undefined || next.hasUnreadKeys)
    return ['Its new metadata hold a key that cannot be read: who holds it, nobody can tell.'];
  const known = new Set(old?.certificates.map(({ fingerprint }) => fingerprint));
  const fresh = next.certificates.filter(({ fingerprint }) => !known.has(fingerprint));
  const strange = next.endpoints.filter((each) => !old?.endpoints.includes(each));
  return [
    ...(fresh.length === 0
      ? []
      : [
          `Takes the word of another key (certificate ${fresh.map(({ fingerprint }) => fingerprint.slice(0, 16)).join(', ')}): who holds it signs in as anybody whom role trusts let in by it.`,
        ]),
    ...(old?.entityId === next.entityId ? [] : [`Is ${next.entityId} now.`]),
    ...(strange.length === 0 ? [] : [`People sign in at ${strange.join(', ')}.`]),
  ];
}
