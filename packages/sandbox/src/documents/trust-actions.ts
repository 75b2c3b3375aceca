import { matchesAction } from '../faults.ts';
import { type JsonObject, textsOf } from './json.ts';
import { malformed } from './malformed.ts';

const assuming = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];
const others = ['sts:*', 'sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'];

/** A trust speaks of assuming the role and of what a session carries, of nothing else. */
export function checkTrustActions(statement: JsonObject): void {
  const actions = [
    ...(textsOf(statement['Action']) ?? []),
    ...(textsOf(statement['NotAction']) ?? []),
  ];
  if (!actions.every(isTrustAction)) {
    malformed('AssumeRole policy may only specify STS AssumeRole actions.');
  }
}

function isTrustAction(action: string): boolean {
  return (
    others.some((other) => other.toLowerCase() === action.toLowerCase()) ||
    (/^sts:AssumeRole/i.test(action) && assuming.some((known) => matchesAction(action, known)))
  );
}
