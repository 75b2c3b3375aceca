import type { Blueprint } from '@rolecall/core';

/** `roles: {{roleName}}, when requireMfa`, for each resource of a blueprint. */
export function describeResources({ resources }: Blueprint): readonly string[] {
  return Object.entries(resources).flatMap(([section, made]) =>
    Object.entries(membersOf(made)).map(([name, resource]) => {
      const { when } = membersOf(resource);
      return `${section}: ${name}${typeof when === 'string' ? `, when ${when}` : ''}`;
    }),
  );
}

function membersOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
