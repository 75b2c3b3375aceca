import { userRows } from '../../checks/credential-rows.ts';
import { ageInDays } from '../../checks/dates.ts';
import type { Finding } from '../../model/finding.ts';
import { findingKey, subjectName } from '../finding-subject.ts';
import type { ChangeFix, Fix, FixContext } from '../fix.ts';
import { keyListSchema, type ListedKey } from '../fix-states.ts';
import { targetKey } from '../fix-target.ts';
import type { FixMaker, FixMakers } from './maker.ts';

/** Findings about access keys: the credential report numbers keys, so their ids are looked up. */
export const keyMakers: FixMakers = {
  'key-unused': ofReportedKey(deactivate),
  'key-age': ofReportedKey(deactivate),
  'key-created-at-setup': ofReportedKey(deactivate),
  'key-any-long-lived': ofReportedKey(deactivate),
  'key-inactive-leftover': ofReportedKey(remove),
  'key-two-active': (finding, context) => {
    if (finding.outcome !== 'fail') return undefined;
    const active = listedKeys(finding, context).filter((key) => key.active);
    if (active.length < 2) return undefined;
    const [idle] = active.toSorted((a, b) => idleSince(a) - idleSince(b));
    return idle && deactivate(idle, finding, context);
  },
};

type KeyFix = (key: ListedKey, finding: Finding, context: FixContext) => Fix | undefined;

function ofReportedKey(fix: KeyFix): FixMaker {
  return (finding, context) => {
    if (finding.outcome !== 'fail') return undefined;
    const key = findReported(finding, context);
    return key && fix(key, finding, context);
  };
}

/** Which key the report means: only the moment it was made tells, if it is that of one key. */
function findReported(finding: Finding, context: FixContext): ListedKey | undefined {
  const { credentialReport } = context.snapshot.parts;
  if (credentialReport.status === 'unknown') return undefined;
  const row = userRows(credentialReport.value).find(({ arn }) => arn === finding.subject);
  const madeAt = row?.accessKeys[findingKey(finding) === 'key-2' ? 1 : 0].lastRotatedAt;
  if (madeAt === undefined) return undefined;
  const same = listedKeys(finding, context).filter(
    ({ createdAt }) => Date.parse(createdAt) === Date.parse(madeAt),
  );
  return same.length === 1 ? same[0] : undefined;
}

function listedKeys(finding: Finding, { details }: FixContext): readonly ListedKey[] {
  const listed = details.get(targetKey({ kind: 'access-keys', user: subjectName(finding) }));
  return listed === undefined ? [] : keyListSchema.parse(listed);
}

function idleSince({ lastUsedAt }: ListedKey): number {
  return lastUsedAt === null ? 0 : Date.parse(lastUsedAt);
}

/** Without an active key there is nothing left to do. */
function deactivate(key: ListedKey, finding: Finding, context: FixContext): ChangeFix {
  const { lastUsedAt } = key;
  const isInUse = usedLately(key, context);
  // What is used all the time would never be as it was planned.
  const use = isInUse ? 'ignored' : 'compared';
  const before = stateOf(key, use);
  return {
    kind: 'change',
    writes: [
      {
        subject: finding.subject,
        target: { kind: 'access-key', user: subjectName(finding), id: key.id, use },
        before,
        after: { ...before, active: false },
      },
    ],
    cautions: isInUse
      ? [`Key ${key.id} was last used ${lastUsedAt}: what uses it stops working.`]
      : [],
  };
}

function remove(key: ListedKey, finding: Finding): ChangeFix | undefined {
  if (key.active) return undefined;
  const use = 'ignored';
  return {
    kind: 'change',
    writes: [
      {
        subject: finding.subject,
        target: { kind: 'access-key', user: subjectName(finding), id: key.id, use },
        before: stateOf(key, use),
        after: null,
      },
    ],
    cautions: [`Key ${key.id} does not come back: whoever still needs it needs a new one.`],
  };
}

function usedLately({ lastUsedAt }: ListedKey, { settings, snapshot }: FixContext): boolean {
  const now = new Date(snapshot.takenAt);
  return lastUsedAt !== null && ageInDays(lastUsedAt, now) <= settings.credentialUnusedDays;
}

function stateOf({ active, createdAt, lastUsedAt }: ListedKey, use: 'compared' | 'ignored') {
  return { active, createdAt, ...(use === 'compared' && { lastUsedAt }) };
}
