import { positionsOf } from '@rolecall/policy';
import type { Diagnostic, SourcePosition } from '../model/errors.ts';
import type { Draft, Unknown } from './draft.ts';
import { lintTrees } from './lint-trees.ts';
import type { Binding, RepositoryPolicies, RepositoryPolicy } from './repository-policy.ts';

/** Gathers the policies of one file. */
export interface PolicyCollector {
  readonly file: string;
  readonly add: (policy: FoundPolicy) => void;
  readonly fault: (message: string, offset: number) => void;
  readonly collected: () => RepositoryPolicies;
}

export interface FoundPolicy
  extends Pick<RepositoryPolicy, 'address' | 'label' | 'kind' | 'document' | 'bindings'> {
  readonly side?: RepositoryPolicy['side'];
  /** The document stands elsewhere: there is nothing to lint here. */
  readonly isReference?: boolean;
}

export function collectPolicies(file: string, text: string): PolicyCollector {
  const policies: RepositoryPolicy[] = [];
  const faults: Diagnostic[] = [];
  const positionAt = positionsOf(text);
  const at = (offset: number): SourcePosition => {
    const { line, column } = positionAt(offset);
    return { file, line, column: column + 1 };
  };
  return {
    file,
    add: ({ isReference = false, side, ...policy }) => {
      const { address, document } = policy;
      policies.push({
        ...policy,
        id: address === '' ? file : `${file}#${address}`,
        file,
        side,
        position: at(document.start),
        trees: isReference || side === 'before' ? [] : lintTrees(text, document),
      });
    },
    fault: (message, offset) =>
      faults.push({ code: 'FILE_UNREADABLE', message, position: at(offset) }),
    collected: () => ({ policies, faults }),
  };
}

/** A policy that is known by its ARN or name only. */
export function elsewhere(
  name: string,
  identity: string,
  { start, end }: { readonly start: number; readonly end: number },
): Draft {
  const unknown: Unknown = { name, identity: `policy ${identity}`, plain: false };
  return { kind: 'unknown', unknown, start, end };
}

/** AWS's own policy that allows everything; others of AWS's are not known by their content. */
export function managedDocument(arn: string, place: { start: number; end: number }): Draft {
  if (!/^arn:[a-z-]+:iam::aws:policy\/AdministratorAccess$/.test(arn))
    return elsewhere(arn, arn, place);
  const { start, end } = place;
  const text = (value: string) => ({ kind: 'string' as const, value, start, end });
  const member = (name: string, value: Draft) => ({ key: text(name), value });
  const statement: Draft = {
    kind: 'object',
    members: [
      member('Effect', text('Allow')),
      member('Action', text('*')),
      member('Resource', text('*')),
    ],
    start,
    end,
  };
  return {
    kind: 'object',
    members: [member('Version', text('2012-10-17')), member('Statement', statement)],
    start,
    end,
  };
}

export function bind(holder: string, part: Binding['part'], rest: Partial<Binding> = {}): Binding {
  return { holder, part, open: part !== 'trust', isHeld: false, when: [], ...rest };
}
