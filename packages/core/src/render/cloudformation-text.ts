import type { Json } from '@rolecall/policy';
import { splitText, type TextPart } from './split-text.ts';

/** How a text names a resource of the same template. */
export interface CloudFormationNames {
  /** The reference to it, which also makes it come first. */
  readonly reference: (type: string, name: string) => Json;
  /** Its ARN with pseudo parameters, which waits for nothing. */
  readonly arn: (type: string, name: string) => string;
}

/**
 * A text as a template has it. `order`: whether IAM asks for what it names to exist, as for the
 * principals of a trust policy; elsewhere a reference could close a circle.
 */
export function cloudFormationText(
  text: string,
  names: CloudFormationNames,
  order: 'reference' | 'name',
): Json {
  const parts = splitText(text);
  const [first] = parts;
  if (parts.every(({ kind }) => kind === 'written')) return text;
  if (parts.length === 1 && first?.kind === 'account') return { Ref: 'AWS::AccountId' };
  if (parts.length === 1 && first?.kind === 'partition') return { Ref: 'AWS::Partition' };
  if (parts.length === 1 && first?.kind === 'arn' && order === 'reference')
    return names.reference(first.type, first.name);
  return { 'Fn::Sub': parts.map((part) => subText(part, names)).join('') };
}

function subText(part: TextPart, names: CloudFormationNames): string {
  switch (part.kind) {
    case 'written':
      // Fn::Sub would take a variable of the policy language for one of its own.
      return part.text.replaceAll('${', '${!');
    case 'account':
      return '${AWS::AccountId}';
    case 'partition':
      return '${AWS::Partition}';
    case 'arn':
      return names.arn(part.type, part.name);
    default:
      return part satisfies never;
  }
}
