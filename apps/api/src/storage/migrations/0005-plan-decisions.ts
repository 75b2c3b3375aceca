import { type Kysely, sql } from 'kysely';

/** What a second person said about a plan stands with the plan, and goes with it. */
export const planDecisions = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table plans add column "decision" json`.execute(db);
  },
};
