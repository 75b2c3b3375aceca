import {
  type AccountPort,
  type ApplyEvent,
  applyManifest,
  RolecallError,
  readReviewedPlan,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { RequestPreview } from '../model/records.ts';
import { isWithinApproved } from './is-within-approved.ts';
import { type Leftovers, leftovers } from './leftovers.ts';
import { type PreviewInput, previewRequest } from './preview.ts';
import type { RequestFault } from './request-fault.ts';
import { requestManifest } from './request-manifest.ts';
import { scopeOfRequest } from './request-names.ts';
import { failureOf, incompleteOf, type WorkFailure } from './work-failure.ts';

export interface Run {
  readonly port: AccountPort;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ApplyEvent) => void;
}

export interface ProvisionInput extends Omit<PreviewInput, 'port'>, Run {
  /** What was seen by those who approved it. */
  readonly approved: RequestPreview;
}

export type Provisioned =
  | {
      readonly kind: 'provisioned';
      readonly roleArns: readonly string[];
      readonly planId: string;
      readonly manifest: Json;
      readonly warnings: readonly string[];
    }
  /** It would do or allow more than was approved; it wrote nothing. Decisions are void. */
  | {
      readonly kind: 'moved';
      readonly preview: RequestPreview;
      readonly reasons: readonly string[];
      readonly leftovers: Leftovers;
    }
  /** The request can no longer be made at all; it wrote nothing. */
  | {
      readonly kind: 'refused';
      readonly faults: readonly RequestFault[];
      readonly refusals: RequestPreview['refusals'];
      readonly leftovers: Leftovers;
    }
  | {
      readonly kind: 'failed';
      readonly failure: WorkFailure;
      /** What is there all the same; to be named to people, and removed when it is given up. */
      readonly leftovers: Leftovers;
    };

/**
 * Makes what was approved, and goes on where an earlier run broke off: the plan is made again, and
 * carried out only if people have seen all that it does and it allows no more than they saw.
 */
export async function provisionGrant(input: ProvisionInput): Promise<Provisioned> {
  const { request, account, approved, guardrails, port } = input;
  const look = () => leftovers(port, { account, scope: scopeOfRequest(request.id) });
  try {
    const declared = requestManifest({ request, account, mapping: input.mapping });
    const previewed = await previewRequest(input);
    if (declared.kind === 'refused' || previewed.kind === 'refused') {
      const faults = [declared, previewed].flatMap((one) =>
        one.kind === 'refused' ? one.faults : [],
      );
      return { kind: 'refused', faults, refusals: [], leftovers: await look() };
    }
    const { preview, plan } = previewed;
    if (preview.refusals.length > 0)
      return { kind: 'refused', faults: [], refusals: preview.refusals, leftovers: await look() };
    const within = isWithinApproved(previewed, approved);
    if (within.kind === 'beyond')
      return { kind: 'moved', preview, reasons: within.reasons, leftovers: await look() };
    const applied = await applyManifest({
      ...input,
      manifest: declared.manifest,
      includeRetired: false,
      reviewed: readReviewedPlan(approved.plan, `plan ${approved.planId}`),
      guardrails,
      allowReplace: false,
      skipPreflight: false,
      // The one that was compared just now, and no later one.
      confirm: async ({ planId }) => planId === plan.planId,
    });
    const done = {
      kind: 'provisioned' as const,
      roleArns: preview.roleArns,
      planId: approved.planId,
      manifest: previewed.document,
    };
    switch (applied.kind) {
      case 'nothing-to-do':
        return { ...done, warnings: [] };
      case 'applied':
        return applied.report.complete
          ? { ...done, warnings: applied.report.warnings }
          : { kind: 'failed', failure: incompleteOf(applied.report), leftovers: await look() };
      case 'declined':
        throw new RolecallError('PLAN_CHANGED', 'The account moved while it was looked at.');
      default:
        return applied satisfies never;
    }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error), leftovers: await look() };
  }
}
