import { canonicalJson, type Json } from '@rolecall/policy';
import type { RandomBytes } from '../../identity/api-tokens.ts';
import type { Actor } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { accountRevision } from '../accounts/account-revision.ts';
import { putAccount } from '../accounts/put-account.ts';
import { mappingRevision } from './mapping-revision.ts';
import { type RuleEdit, targetOf } from './rule-edit.ts';

/** The revision of what an edit changes; undefined where that is not there. */
export async function revisionOf(
  tx: Pick<
    Transaction,
    'accounts' | 'approvalRules' | 'eligibilityRules' | 'guardrails' | 'principalMappings'
  >,
  edit: RuleEdit,
): Promise<number | undefined> {
  switch (edit.kind) {
    case 'approval-rules':
      return (await tx.approvalRules.get()).revision;
    case 'eligibility-rules':
      return (await tx.eligibilityRules.get()).revision;
    case 'guardrails':
      return (await tx.guardrails.current())?.version ?? 0;
    case 'principal-mapping': {
      const mapping = await tx.principalMappings.get(edit);
      return mapping && mappingRevision(mapping);
    }
    case 'account': {
      const account = await tx.accounts.get(edit.accountId);
      return account && accountRevision(account);
    }
    default:
      return edit satisfies never;
  }
}

export interface Editing {
  /** What it was made for; undefined: there was nothing. */
  readonly base: number | undefined;
  readonly actor: Actor;
  /** Who asked for it, where another person let it through. */
  readonly proposedBy: Actor | null;
  readonly now: Date;
  /** For the external id of an account. */
  readonly random: RandomBytes;
  /** Of an account that is reached otherwise from now on. */
  readonly onAnotherWay?: (accountId: string) => void;
}

/** Makes a change, unless what it changes has moved since. */
export async function applyRuleEdit(
  tx: Transaction,
  edit: RuleEdit,
  editing: Editing,
): Promise<'applied' | 'stale'> {
  if ((await revisionOf(tx, edit)) !== editing.base) return 'stale';
  if ((await write(tx, edit, editing)) === 'stale') return 'stale';
  // It has events of its own.
  if (edit.kind === 'account') return 'applied';
  const { now, actor, proposedBy } = editing;
  tx.audit({
    at: now.toISOString(),
    actor,
    type: `${edit.kind}.changed`,
    subject: targetOf(edit).slice('/v1/'.length),
    accountId: edit.kind === 'principal-mapping' && edit.accountId !== '*' ? edit.accountId : null,
    data: { ...toJson(edit), proposedBy: proposedBy?.id ?? null },
  });
  return 'applied';
}

async function write(
  tx: Transaction,
  edit: RuleEdit,
  editing: Editing,
): Promise<'stale' | 'written'> {
  const { base = 0, actor, now } = editing;
  const at = now.toISOString();
  switch (edit.kind) {
    case 'approval-rules':
      return writtenIf(await tx.approvalRules.replaceIf(base, edit.rules));
    case 'eligibility-rules':
      return writtenIf(await tx.eligibilityRules.replaceIf(base, edit.rules));
    case 'guardrails': {
      const { text } = edit;
      return writtenIf(
        await tx.guardrails.publishIf(base, { text, changedBy: actor, createdAt: at }),
      );
    }
    case 'principal-mapping':
      return writeMapping(tx, edit, at);
    case 'account': {
      const { accountId: id, account: input } = edit;
      const before = await tx.accounts.get(id);
      const { isAnotherWay } = await putAccount(tx, { id, input, before }, editing);
      if (isAnotherWay) editing.onAnotherWay?.(id);
      return 'written';
    }
    default:
      return edit satisfies never;
  }
}

/** One at a time: of two that saw the same mappings, the second finds this setting moved. */
async function writeMapping(
  tx: Transaction,
  edit: Extract<RuleEdit, { kind: 'principal-mapping' }>,
  updatedAt: string,
): Promise<'stale' | 'written'> {
  const { subject, accountId, principal } = edit;
  const key = 'principal-mappings';
  const revision = (await tx.settings.get(key))?.revision ?? 0;
  const turn = await tx.settings.putIf(key, revision, { value: null, updatedAt });
  if (turn === 'stale') return 'stale';
  if (principal === null) await tx.principalMappings.delete({ subject, accountId });
  else await tx.principalMappings.put({ subject, accountId, principal });
  return 'written';
}

function writtenIf(result: unknown): 'stale' | 'written' {
  return result === 'stale' ? 'stale' : 'written';
}

function toJson(edit: RuleEdit): { readonly [name: string]: Json } {
  return JSON.parse(canonicalJson(edit));
}
