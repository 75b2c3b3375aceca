import type { SamlMetadata } from './saml-metadata.ts';

/** Time enough to get new metadata from those who run the identity provider. */
const soonMs = 30 * 24 * 3600 * 1000;

/** Words for metadata and certificates that end soon, seen from an instant (ISO 8601). */
export function expiryWarnings(
  { validUntil, certificates }: SamlMetadata,
  from: string,
): readonly string[] {
  const ends = (instant: string | undefined) =>
    instant !== undefined && Date.parse(instant) < Date.parse(from) + soonMs;
  return [
    ...(ends(validUntil) ? [`The metadata is valid until ${validUntil} only.`] : []),
    // While one is left that lasts, people go on signing in.
    ...(certificates.length > 0 && certificates.every(({ expires }) => ends(expires))
      ? [`Its last signing certificate ends ${lastOf(certificates)}.`]
      : []),
  ];
}

function lastOf(certificates: SamlMetadata['certificates']): string {
  return (
    certificates
      .flatMap(({ expires }) => expires ?? [])
      .sort()
      .at(-1) ?? 'soon'
  );
}
