import type { CollectRequest } from '../model/collect-request.ts';
import { isSpecifiedType, specifiedTypes } from '../model/resource.ts';
import type { PartName } from '../model/snapshot.ts';
import { adoptableTypes } from '../plan/adoption-barrier.ts';
import { partsForPlanning } from '../plan/live-index.ts';

/** The parts without which nothing is imported. */
export const importParts: readonly PartName[] = partsForPlanning(
  new Set([
    ...adoptableTypes.filter((type) => !isSpecifiedType(type)),
    'account-alias',
    'password-policy',
  ]),
);

/** Whatever of the account cannot be read of these, the rest can be imported without. */
const otherParts: readonly PartName[] = partsForPlanning(
  new Set(specifiedTypes.filter((type) => type !== 'proton-settings')),
);

/** What to read of an account that is to be imported: of every policy and profile its tags too. */
export const importRequest: Required<Pick<CollectRequest, 'parts' | 'planning'>> = {
  parts: [...new Set([...importParts, ...otherParts, 'accountSummary' as const])],
  planning: {
    pathPrefix: '/',
    policyNames: [],
    instanceProfileNames: [],
    userNames: [],
    managedPolicyArns: [],
    heldPolicyArns: [],
  },
};

/** The same with what AWS has ended: its endpoints may be gone, and looking for them takes time. */
export const retiredImportRequest: typeof importRequest = {
  ...importRequest,
  parts: [...importRequest.parts, 'protonSettings'],
};
