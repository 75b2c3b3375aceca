import { checksOf, type Layout, type Profile, wrapText } from '@rolecall/core';

/** What a profile is, for programs. */
export function profileMetadata(profile: Profile): object {
  const { name, title, framework } = profile;
  return {
    name,
    title,
    version: framework?.version ?? null,
    asOf: framework?.asOf ?? null,
    source: framework?.source ?? null,
    controls: framework?.controls.length ?? null,
    checks: checksOf(profile).checks.map(({ id }) => id),
  };
}

/** The profiles with what they are of. */
export function renderProfiles(profiles: readonly Profile[], layout: Layout): readonly string[] {
  const { width, paint } = layout;
  return profiles.flatMap((profile) => {
    const { name, title, framework } = profile;
    const controls = framework === undefined ? '' : `${framework.controls.length} controls, `;
    const asOf = framework === undefined ? '' : `, as of ${framework.asOf}`;
    return [
      paint.strong(name),
      ...wrapText(title, { width, indent: 2 }),
      ...wrapText(`${controls}${checksOf(profile).checks.length} checks${asOf}`, {
        width,
        indent: 2,
        paint: paint.quiet,
      }),
    ];
  });
}
