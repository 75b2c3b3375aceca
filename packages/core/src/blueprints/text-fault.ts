import { findPartition, parseArn } from '@rolecall/policy';
import type { TextKind } from './blueprint.ts';
import { managedPolicyFault, principalArnFault, roleArnFault } from './iam-arn-fault.ts';

/** Where a blueprint is used: ARNs and Regions must lie there. */
export interface Place {
  readonly account: string;
  readonly partition: string;
}

export interface TextFaultInput {
  readonly kind: TextKind;
  readonly place: Place;
}

export interface TextFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * What is wrong with a text that is to stand in a policy; `undefined` where nothing is. Only a
 * pattern may hold the policy language's own signs, and nothing may hold ours (`{{`), or a value
 * could name an ARN or a parameter that its author was not given.
 */
export function textFault(text: string, { kind, place }: TextFaultInput): TextFault | undefined {
  const message = signFault(text, kind);
  return message === undefined ? kindFault(text, { kind, place }) : { message };
}

function signFault(text: string, kind: TextKind): string | undefined {
  if (text === '') return 'must not be empty';
  if (!/^[\x20-\x7E\u00A1-\u00FF]*$/.test(text)) return 'holds a character that IAM does not take';
  if (kind === 'pattern') {
    return /[{}]/.test(text.replace(/\$\{[^{}]*\}/g, ''))
      ? 'may hold braces only in ${…}'
      : undefined;
  }
  if (/[*?]/.test(text)) return 'may not hold the wildcards * and ?';
  return /[{}]/.test(text) ? 'may not hold ${, {{ or other braces' : undefined;
}

function kindFault(text: string, { kind, place }: TextFaultInput): TextFault | undefined {
  switch (kind) {
    case 'text':
    case 'pattern':
      return undefined;
    case 'name':
      return saying(nameFault(text));
    case 'account-id':
      return /^\d{12}$/.test(text)
        ? undefined
        : { message: 'must be the 12 digits of an account id' };
    case 'arn':
      return saying(arnFault(text, place.partition));
    case 'role-arn':
      return roleArnFault(text, place);
    case 'principal-arn':
      return principalArnFault(text, place);
    case 'managed-policy':
      return managedPolicyFault(text, place);
    case 'region':
      return saying(regionFault(text, place.partition));
    default:
      return kind satisfies never;
  }
}

function saying(message: string | undefined): TextFault | undefined {
  return message === undefined ? undefined : { message };
}

function nameFault(text: string): string | undefined {
  if (!/^[\w+=,.@-]{1,128}$/.test(text)) {
    return 'may hold 1 to 128 letters, digits and + = , . @ _ - only';
  }
  // JavaScript would take it for the prototype of the section and lose the resource.
  return text === '__proto__' ? 'may not be __proto__' : undefined;
}

function arnFault(text: string, partition: string): string | undefined {
  const arn = parseArn(text);
  if (!arn || arn.resource === '' || /\s/.test(text) || !/^(\d{12}|aws|)$/.test(arn.account)) {
    return 'must be an ARN: arn:partition:service:region:account:resource';
  }
  return arn.partition === partition
    ? undefined
    : `lies in the partition ${arn.partition}, the account in ${partition}`;
}

function regionFault(text: string, partition: string): string | undefined {
  const pattern = findPartition(partition)?.regionPattern ?? /^[a-z]+(-[a-z]+)+-\d+$/;
  return pattern.test(text) ? undefined : `must be a Region of the partition ${partition}`;
}
