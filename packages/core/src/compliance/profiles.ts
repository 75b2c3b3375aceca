import type { Framework } from './framework.ts';
import { frameworks } from './frameworks.ts';

/** A choice of checks by name. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** None for our own profiles, which answer to no controls. */
  readonly framework?: Framework;
}

/** Every profile there is; the first two are our own. */
export const profiles: readonly Profile[] = [
  { name: 'default', title: 'All checks but those that run on request' },
  { name: 'all', title: 'All checks' },
  ...frameworks.map((framework) => ({
    name: framework.name,
    title: framework.title,
    framework,
  })),
];

export const profileNames: readonly string[] = profiles.map(({ name }) => name);

export function findProfile(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name);
}
