import type { Migration } from 'kysely/migration';
import { records } from './0001-records.ts';
import { audit } from './0002-audit.ts';
import { ruleChanges } from './0003-rule-changes.ts';
import { retention } from './0004-retention.ts';
import { planDecisions } from './0005-plan-decisions.ts';
import { reportsAndGuides } from './0006-reports-and-guides.ts';
import { secrets } from './0007-secrets.ts';
import { journal } from './0008-journal.ts';
import { planSets } from './0009-plan-sets.ts';

/** In order; what stands here once is never edited again, only followed. */
export const migrations: Record<string, Migration> = {
  '0001-records': records,
  '0002-audit': audit,
  '0003-rule-changes': ruleChanges,
  '0004-retention': retention,
  '0005-plan-decisions': planDecisions,
  '0006-reports-and-guides': reportsAndGuides,
  '0007-secrets': secrets,
  '0008-journal': journal,
  '0009-plan-sets': planSets,
};
