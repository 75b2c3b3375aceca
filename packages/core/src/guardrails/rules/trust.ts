import { type AccessComparison, compareAccess } from '@rolecall/policy';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import { undecidedFault, verdictFaults } from '../verdict-fault.ts';
import { allowedTrust } from './allowed-trust.ts';

const texts = {
  rule: 'trust',
  grants: 'Its trust policy lets in whom the guardrails do not allow',
  whether: 'whether its trust policy lets in whom the guardrails do not allow',
  hint: 'Name only principals that `trust` allows, with conditions at least as narrow; mind ForAllValues, which is true of a missing key.',
};

/** Whether a role lets in anybody whom the rules do not allow: decided for every request. */
export function judgeTrust(subject: Subject, judged: Judged): readonly Fault[] {
  const { rules, after } = judged;
  if (rules.trust === undefined || subject.kind === 'deleted' || subject.type !== 'role') return [];
  const { roles } = after.parts;
  const role =
    roles.status === 'known'
      ? roles.value.find(({ name }) => name.toLowerCase() === subject.name.toLowerCase())
      : undefined;
  if (role === undefined)
    return [undecidedFault({ ...texts, why: 'The role is not in what was read.' })];
  const allowed = allowedTrust(rules.trust, role.trust, judged);
  const result = compareAccess(allowed, role.trust, { policyType: 'RESOURCE_POLICY' });
  return verdictFaults(onRole(role.arn, result), texts);
}

/** Trust policies name no resource, so that a witness is one for this role as well. */
function onRole(resource: string, result: AccessComparison): AccessComparison {
  if (result.verdict !== 'grants') return result;
  const { witness } = result;
  return { ...result, witness: { ...witness, request: { ...witness.request, resource } } };
}
