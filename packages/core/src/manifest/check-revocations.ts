import type { Diagnostic } from '../model/errors.ts';
import type { Manifest } from './manifest.ts';

/** Sessions are ended that were issued already; an instant ahead would shut everybody out until then. */
export function checkRevocations(
  { declarations }: Pick<Manifest, 'declarations'>,
  asOf: string | undefined,
): readonly Diagnostic[] {
  if (asOf === undefined) return [];
  return declarations.flatMap(({ sections, locate }) =>
    Object.entries(sections.roles).flatMap(([name, { revokeSessionsBefore: before }]) =>
      before === undefined || Date.parse(before) <= Date.parse(asOf)
        ? []
        : [
            {
              code: 'MANIFEST_INVALID',
              message: `roles.${name}: "revokeSessionsBefore" lies ahead: nobody could use the role until ${before}.`,
              position: locate(['roles', name, 'revokeSessionsBefore']),
              hint: `Give an instant that is past, such as ${asOf}.`,
            },
          ],
    ),
  );
}
