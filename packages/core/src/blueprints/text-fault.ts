import { findPartition, parseArn } from '@rolecall/policy';

export type TextKind = 'text' | 'name' | 'account-id' | 'arn' | 'region' | 'pattern';

export interface TextFaultInput {
  readonly kind: TextKind;
  readonly partition: string;
}

/**
 * What is wrong with a text that is to stand in a policy; `undefined` where nothing is. Only a
 * pattern may hold the policy language's own signs, and nothing may hold ours (`{{`), or a value
 * could name an ARN or a parameter that its author was not given.
 */
export function textFault(text: string, { kind, partition }: TextFaultInput): string | undefined {
  if (text === '') return 'must not be empty';
  if (!/^[\x20-\x7E\u00A1-\u00FF]*$/.test(text)) return 'holds a character that IAM does not take';
  if (kind === 'pattern') {
    return /[{}]/.test(text.replace(/\$\{[^{}]*\}/g, ''))
      ? 'may hold braces only in ${…}'
      : undefined;
  }
  if (/[*?]/.test(text)) return 'may not hold the wildcards * and ?';
  if (/[{}]/.test(text)) return 'may not hold ${, {{ or other braces';
  switch (kind) {
    case 'text':
      return undefined;
    case 'name':
      return nameFault(text);
    case 'account-id':
      return /^\d{12}$/.test(text) ? undefined : 'must be the 12 digits of an account id';
    case 'arn':
      return arnFault(text, partition);
    case 'region':
      return regionFault(text, partition);
    default:
      return kind satisfies never;
  }
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
