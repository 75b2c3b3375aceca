import type { KyselyPlugin } from 'kysely';

/** Drivers give a timestamp as a Date; our records hold ISO 8601 in UTC. */
export const instantsAsText: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    for (const row of result.rows) {
      for (const column in row) {
        const value = row[column];
        if (value instanceof Date) row[column] = value.toISOString();
      }
    }
    return result;
  },
};
