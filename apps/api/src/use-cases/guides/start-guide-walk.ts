import { findGuide, type Guide, nearestGuide, nearestName } from '@rolecall/core';
import { type ProblemItem, problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { GuideWalkRecord, GuideWalkRequest } from '../../model/records.ts';
import { readGivenSettings } from '../checks/given-settings.ts';
import { parseManifest } from '../plans/given-manifest.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { guideParameters } from './show-guide.ts';

export interface GuideWalkInput {
  readonly accountId: string;
  readonly guide: string;
  readonly request: GuideWalkRequest;
}

/**
 * Has a guide walked against an account.
 *
 * @throws Problem; RolecallError where the manifest is invalid
 */
export async function startGuideWalk<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  { accountId, guide: guideId, request }: GuideWalkInput,
  answer: Answering<GuideWalkRecord, Answered>,
): Promise<Answered> {
  refuseUnknown(guideId, request);
  readGivenSettings(request.settings);
  const known = await deps.store.accounts.get(accountId);
  if (known === undefined) throw problem('not-found');
  if (request.manifest !== null) await parseManifest({ text: request.manifest }, known);
  return deps.store.transaction(async (tx) => {
    const account = await tx.accounts.get(accountId);
    if (account === undefined) throw problem('not-found');
    if (account.state !== 'verified') throw problem('account-not-verified');
    const walk: GuideWalkRecord = {
      id: deps.newId(),
      accountId,
      guide: guideId,
      state: 'queued',
      requestedBy: caller.actor,
      request,
      counts: {},
      result: null,
      failure: null,
      revision: 1,
      createdAt: deps.now().toISOString(),
      finishedAt: null,
    };
    await tx.guideWalks.insert(walk);
    const { values, steps, includeRetired } = request;
    tx.audit({
      at: walk.createdAt,
      actor: caller.actor,
      type: 'guide-walk.started',
      subject: `guide-walks/${walk.id}`,
      accountId,
      data: { state: walk.state, guide: guideId, values, steps: [...steps], includeRetired },
    });
    await tx.enqueue('guide-walk', { guideWalkId: walk.id });
    return answer(tx, walk);
  });
}

function refuseUnknown(id: string, request: GuideWalkRequest): void {
  const guide = findGuide(id);
  const errors = guide === undefined ? [unknownGuide(id)] : faultsOf(guide, request);
  if (errors.length > 0) throw problem('body-invalid', { errors });
}

function unknownGuide(id: string): ProblemItem {
  const near = nearestGuide(id);
  const hint = near === undefined ? 'See /v1/guides.' : `Did you mean "${near}"?`;
  return { pointer: '/guide', message: `There is no guide "${id}".`, hint };
}

function faultsOf(guide: Guide, { steps, values }: GuideWalkRequest): readonly ProblemItem[] {
  const ids = guide.steps.map((step) => step.id);
  const parameters = Object.keys(guideParameters(guide));
  return [
    ...steps.flatMap((step, index) =>
      ids.includes(step)
        ? []
        : [
            {
              pointer: `/steps/${index}`,
              message: `No step is called "${step}".`,
              ...nearest(step, ids),
            },
          ],
    ),
    ...Object.keys(values)
      .filter((name) => !parameters.includes(name))
      .map((name) => ({
        pointer: `/values/${name}`,
        message: `No blueprint of this guide has a parameter "${name}".`,
        ...nearest(name, parameters),
      })),
  ];
}

function nearest(name: string, names: readonly string[]): { readonly hint?: string } {
  const near = nearestName(name, names);
  return near === undefined ? {} : { hint: `Did you mean "${near}"?` };
}
