import { stringify } from 'yaml';
import type { PlannedEntry } from '../guides/planned-entry.ts';

/** The lines that the entry takes in a manifest. */
export function entryLines(entry: PlannedEntry): readonly string[] {
  const { name, use, with: values, includeRetired, emergencyPrincipals } = entry;
  const value = {
    blueprints: {
      [name]: {
        use,
        ...(includeRetired && { includeRetired }),
        ...(Object.keys(values).length > 0 && { with: values }),
      },
    },
    ...(emergencyPrincipals.length > 0 && { checks: { emergencyPrincipals } }),
  };
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
}
