import { scopeOfRequest } from '../../role-requests/request-names.ts';
import type { Evidence } from './evidence.fixture.ts';

/** Of roles: made once, there while the grant lives, and none that no grant mentions. */
export function accountLaws(evidence: Evidence): readonly string[] {
  return [...madeOnce(evidence), ...rolesOfGrants(evidence), ...endsOfGrants(evidence)];
}

/** Each grant is one role, created by one call; a second try would be a second provisioning. */
function madeOnce({ created, grants }: Evidence): readonly string[] {
  const callsOf = Map.groupBy(created, ({ accountId, owner }) => `${accountId} ${owner}`);
  const doubled = [...callsOf].flatMap(([whose, calls]) =>
    calls.length > 1
      ? [`provisioned twice: ${whose}, ${calls.map(({ outcome }) => outcome).join(', ')}`]
      : [],
  );
  const missing = grants.filter(
    ({ id, accountId, state }) =>
      isLiving(state) && !callsOf.has(`${accountId} ${scopeOfRequest(id)}`),
  );
  return [...doubled, ...missing.map(({ id }) => `grant ${id} lives and was never provisioned`)];
}

function rolesOfGrants({ living, grants }: Evidence): readonly string[] {
  const granted = grants.filter(({ state }) => isLiving(state));
  const mentioned = new Set(granted.flatMap(({ roleArns }) => roleArns));
  const there = new Set(living.map(({ arn }) => arn));
  return [
    ...[...there].filter((arn) => !mentioned.has(arn)).map((arn) => `${arn} is nobody's`),
    ...[...mentioned].filter((arn) => !there.has(arn)).map((arn) => `${arn} is granted and gone`),
    ...granted
      .filter(({ roleArns }) => roleArns.length !== 1)
      .map(({ id, roleArns }) => `grant ${id} has ${roleArns.length} roles`),
  ];
}

function endsOfGrants({ told, grants }: Evidence): readonly string[] {
  const revoked = new Set(told.revoked);
  return grants.flatMap(({ id, state }) => {
    const end = revoked.has(id) ? 'revoked' : 'active';
    return state === end ? [] : [`grant ${id} is ${state}, not ${end}`];
  });
}

function isLiving(state: Evidence['grants'][number]['state']): boolean {
  return state === 'active' || state === 'expiring';
}
