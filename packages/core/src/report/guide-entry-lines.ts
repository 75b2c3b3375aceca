import { stringify } from 'yaml';
import { manifestEntry, type PlannedEntry } from '../guides/planned-entry.ts';

/** The lines that the entry takes in a manifest. */
export function entryLines(entry: PlannedEntry): readonly string[] {
  const { name, emergencyPrincipals } = entry;
  const value = {
    blueprints: { [name]: manifestEntry(entry) },
    ...(emergencyPrincipals.length > 0 && { checks: { emergencyPrincipals } }),
  };
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
}
