import type { Schema } from '@rolecall/contract';
import { z } from 'zod';
import { problemCodes } from '../../http/problem-codes.ts';
import { severities } from '../../model/plan-terms.ts';
import type { PlanSetMemberRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import type { ApplicationStanding } from '../../storage/repositories/applications.ts';
import type { PlanSetSummary } from '../../storage/repositories/plan-sets.ts';
import type { PlanStanding } from '../../storage/repositories/plans.ts';
import { needsApproval, type PlanRules } from '../plans/plan-approval.ts';
import { countMembers } from './count-members.ts';
import type { StoredPlanSet } from './start-plan-set.ts';

/** A set as it is now: what people said of its plans, and how far they are carried out. */
export async function showPlanSet(
  readers: Pick<Readers, 'plans' | 'applications'>,
  rules: PlanRules,
  { set, members }: StoredPlanSet,
): Promise<Schema<'PlanSet'>> {
  const ids = members.flatMap(({ planId }) => (planId === null ? [] : [planId]));
  const standings = await readers.plans.listStandings(ids);
  const latest = await readers.applications.listLatestOf(ids);
  const plans = new Map(standings.map((plan) => [plan.id, plan]));
  // The same plan may have been carried out before this set was asked for, and taken back.
  const own = latest.filter(({ finishedAt }) => finishedAt === null || finishedAt >= set.createdAt);
  const applications = new Map(own.map((one) => [one.planId, one]));
  return {
    ...shownSetSummary(set),
    counts: countMembers(members),
    accounts: members.map((member) => {
      const id = member.planId ?? '';
      return shownMember(member, {
        rules,
        plan: plans.get(id),
        application: applications.get(id),
      });
    }),
    newlyGranted: newlyGranted(members),
  };
}

export function shownSetSummary({
  id,
  scope,
  state,
  failure,
  requestedBy,
  createdAt,
  finishedAt,
}: PlanSetSummary): Schema<'PlanSetSummary'> {
  return { id, scope, state, failure, requestedBy, createdAt, finishedAt };
}

function shownMember(
  { name, accountId, partition, tags, state, failure, planId, summary }: PlanSetMemberRecord,
  about: {
    readonly rules: PlanRules;
    readonly plan: PlanStanding | undefined;
    readonly application: ApplicationStanding | undefined;
  },
): Schema<'PlanSetAccount'> {
  const { application } = about;
  return {
    ...{ name, accountId, partition, tags: [...tags], state },
    failure: failure === null ? null : shownFault(failure),
    plan: planId === null || summary === null ? null : shownPlan({ planId, summary }, about),
    application:
      application === undefined
        ? null
        : { id: application.id, state: application.state, failure: application.failure },
  };
}

function shownPlan(
  {
    planId,
    summary,
  }: { readonly planId: string; readonly summary: NonNullable<PlanSetMemberRecord['summary']> },
  { rules, plan }: { readonly rules: PlanRules; readonly plan: PlanStanding | undefined },
): Schema<'PlanSetPlan'> {
  const { granted: _, risk, ...counted } = summary;
  return {
    id: planId,
    ...counted,
    risk: severities.find((severity) => severity === risk) ?? null,
    // One that is not kept any more is carried out by nobody.
    needsApproval: plan === undefined || needsApproval(rules, plan),
    decision: plan?.decision ?? null,
  };
}

const knownCode = z.custom<Schema<'ProblemCode'>>(
  (value) => typeof value === 'string' && Object.hasOwn(problemCodes, value),
);

export function shownFault({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): Schema<'PlanSetFault'> {
  return { code: knownCode.parse(code), message };
}

/** More than people read. */
const mostSentences = 500;

function newlyGranted(members: readonly PlanSetMemberRecord[]): Schema<'NewlyGranted'>[] {
  const said = members.flatMap(({ name, summary }) =>
    (summary?.granted ?? []).map((text) => ({ name, text })),
  );
  return [...Map.groupBy(said, ({ text }) => text)]
    .map(([text, all]) => ({ text, accounts: [...new Set(all.map(({ name }) => name))] }))
    .sort((a, b) => b.accounts.length - a.accounts.length)
    .slice(0, mostSentences);
}
