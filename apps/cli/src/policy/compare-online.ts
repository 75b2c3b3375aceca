import { type AccessCheck, type Layout, wrapText } from '@rolecall/core';
import { type AccessComparison, readPolicy } from '@rolecall/policy';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { openAnalyzer } from './ask-analyzer.ts';
import type { PolicyKind } from './policy-kind.ts';
import type { FileSide } from './policy-side.ts';

export interface OnlineComparison {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  /** One policy each. */
  readonly old: FileSide;
  readonly next: FileSide;
  readonly kind: PolicyKind | undefined;
}

/** What CheckNoNewAccess says: one paid call, announced before and counted after. */
export async function compareOnline({
  environment,
  presenter,
  old,
  next,
  kind,
}: OnlineComparison): Promise<AccessCheck> {
  const { port, paidCalls } = await openAnalyzer({ environment, presenter, paidCalls: 1 });
  const isResource = kind === 'resource' || kind === 'trust' || namesPrincipals(next);
  try {
    return await port.checkNoNewAccess({
      existingPolicy: old.texts[0] ?? '',
      newPolicy: next.texts[0] ?? '',
      policyType: isResource ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY',
    });
  } finally {
    presenter.note(`Paid calls made: ${paidCalls.made()}.`);
  }
}

function namesPrincipals({ sources }: FileSide): boolean {
  return sources.some((source) =>
    readPolicy(source).statements.some(({ principal }) => principal !== undefined),
  );
}

/** AWS's answer, and whether it is ours. */
export function renderOnlineCheck(
  { result, message, reasons }: AccessCheck,
  verdict: AccessComparison['verdict'],
  { width, paint }: Layout,
): readonly string[] {
  const agrees = (result === 'PASS') === (verdict === 'none');
  const said = result === 'PASS' ? 'no new access' : 'new access';
  return [
    '',
    ...wrapText(`AWS Access Analyzer says: ${said} (${result}). ${message}`, { width }),
    ...reasons.flatMap(({ description }) =>
      wrapText(description, { width, indent: 2, lead: '· ' }),
    ),
    agrees
      ? paint.good('✓ The offline answer is the same.')
      : paint.doubtful('! The offline answer differs; treat it as a grant until it is clear why.'),
  ];
}
