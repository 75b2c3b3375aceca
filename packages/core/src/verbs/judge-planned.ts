import type { Guardrails } from '../guardrails/guardrails.ts';
import { judgeGuardrails } from '../guardrails/judge-guardrails.ts';
import type { GuardrailRefusal } from '../guardrails/refusal.ts';
import { refuse } from '../model/errors.ts';
import { projectSnapshot } from '../plan/project-snapshot.ts';
import type { PlannedManifest } from './plan-manifest.ts';

/** What the guardrails do not let through of what was planned. */
export function judgePlanned(
  { plan, desired, snapshot }: PlannedManifest,
  guardrails: Guardrails,
): readonly GuardrailRefusal[] {
  const after = projectSnapshot(snapshot, plan);
  return judgeGuardrails({ guardrails, plan, desired, before: snapshot, after });
}

/** Fails (`GUARDRAIL_REFUSED`) with every refusal, if there is one. */
export function refuseGuarded(
  refusals: readonly GuardrailRefusal[],
  { file }: Pick<Guardrails, 'file'>,
): void {
  if (refusals.length === 0) return;
  refuse(
    `The guardrails (${file}) do not let this plan through; nothing was changed.`,
    refusals.map(({ rule, address, message, hint, position }) => ({
      code: 'GUARDRAIL_REFUSED',
      message: `${address === undefined ? '' : `${address}: `}${message} [${rule}]`,
      hint,
      position,
    })),
  );
}
