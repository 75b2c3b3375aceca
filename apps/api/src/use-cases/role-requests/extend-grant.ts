import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { GrantRecord, RequestPreview, RoleRequestRecord } from '../../model/records.ts';
import { riskLevels } from '../../role-requests/approval.ts';
import { type ExtensionDecision, extensionFor } from '../../role-requests/extension.ts';
import { requestManifest } from '../../role-requests/request-manifest.ts';
import { trustsSame } from '../../role-requests/trusts-same.ts';
import type { Readers } from '../../storage/readers.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { lengthenGrant } from './lengthen-grant.ts';
import { planRequest, requireAccount } from './plan-request.ts';
import { extensionRefused, faultsRefused, guardrailsRefused } from './refusals.ts';
import { lockGrant, seeGrant } from './see-grant.ts';
import { submitExtension } from './submit-extension.ts';

export interface ExtensionInput {
  readonly id: string;
  readonly ifMatch: string;
  /** The end that is asked for; ISO 8601. */
  readonly expiresAt: string;
  readonly reason: string;
  readonly ticket?: string | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type Extended =
  /** A rule asks nobody. */
  | { readonly kind: 'extended'; readonly grant: GrantRecord }
  | { readonly kind: 'asked'; readonly request: RoleRequestRecord };

type Allowed = Exclude<ExtensionDecision, { kind: 'refused' }>;

/**
 * Asks for more time; the rules of approval are asked anew, and so are the guardrails: what would be
 * refused today is not given for longer.
 *
 * @throws Problem
 */
export async function extendGrant<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  input: ExtensionInput,
  answer: Answering<Extended, Answered>,
): Promise<Answered> {
  const { store } = deps;
  const seen = await seeGrant(deps, caller, input);
  const original = await store.roleRequests.get(seen.requestId);
  if (original === undefined || original.preview === null) throw problem('state-conflict');
  const until = input.expiresAt;
  const ask = async (readers: Readers, grant: GrantRecord, risk: RequestPreview['risk']) =>
    allowed(readers, { caller, grant, until, risk, now: deps.now() });
  await ask(store, seen, original.preview.risk);
  requireMatch(input.ifMatch, seen.revision);

  // As if it were asked for today, under an id of its own; in whole seconds, and not for longer.
  const durationSeconds = Math.floor((Date.parse(until) - Date.parse(seen.startsAt)) / 1000);
  const anew = { ...original, id: deps.newId(), durationSeconds };
  const { preview: fresh } = await planRequest(deps, anew, input.signal);
  if (fresh.refusals.length > 0) throw guardrailsRefused(fresh.refusals);
  await requireSamePerson(store, seen, original);
  const preview = { ...original.preview, risk: worse(original.preview.risk, fresh.risk) };

  return store.transaction(async (tx) => {
    const now = deps.now();
    const { grant } = await lockGrant(tx, { caller, id: input.id });
    const decision = await ask(tx, grant, preview.risk);
    requireMatch(input.ifMatch, grant.revision);
    switch (decision.kind) {
      case 'apply': {
        const by = { actor: caller.actor, isAdministrator: false, isApprover: false };
        const { expiresAt, rule } = decision;
        const extended = await lengthenGrant(tx, now, { grant, expiresAt, by, rule });
        return answer(tx, { kind: 'extended', grant: extended });
      }
      case 'ask': {
        const { reason, ticket = null } = input;
        const about = { ...anew, preview, reason, ticket };
        const asked = { caller, grant, decision, about, terms: deps.terms };
        return answer(tx, { kind: 'asked', request: await submitExtension(tx, now, asked) });
      }
      default:
        return decision satisfies never;
    }
  });
}

/** A role trusts whom its holder was mapped to when it was made; nobody else gets its time. */
async function requireSamePerson(
  store: Readers,
  { accountId, manifest, holder }: GrantRecord,
  request: RoleRequestRecord,
): Promise<void> {
  const account = await requireAccount(store, accountId);
  const mapping = await store.principalMappings.find({ subject: holder.id, accountId });
  const anew = requestManifest({ request, account, mapping });
  if (anew.kind === 'refused') throw faultsRefused(anew.faults);
  if (manifest !== null && trustsSame(manifest, anew.document)) return;
  throw problem('state-conflict', {
    detail: 'The role trusts somebody whom its holder is no longer mapped to. Ask for a new one.',
  });
}

async function allowed(
  readers: Readers,
  asked: Pick<Parameters<typeof extensionFor>[0], 'caller' | 'grant' | 'until' | 'risk' | 'now'>,
): Promise<Allowed> {
  const { environment } = await requireAccount(readers, asked.grant.accountId);
  const { rules: eligibility } = await readers.eligibilityRules.get();
  const { rules: approvals } = await readers.approvalRules.get();
  const decision = extensionFor({ ...asked, environment, eligibility, approvals });
  if (decision.kind === 'refused') throw extensionRefused(decision);
  return decision;
}

function worse(one: RequestPreview['risk'], other: RequestPreview['risk']): RequestPreview['risk'] {
  return riskLevels.indexOf(other) > riskLevels.indexOf(one) ? other : one;
}
