import { type Kysely, sql } from 'kysely';

/** What has stood long enough is found without reading what has not. */
export const retention = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create index role_requests_ended on role_requests ("updatedAt")
    where "state" in ('fulfilled', 'rejected', 'cancelled', 'lapsed')`,
  'create index plans_page on plans ("createdAt", "id")',
  'create index applications_plan on applications ("planId")',
  `create index deliveries_settled on deliveries ("createdAt") where "state" <> 'pending'`,
];
