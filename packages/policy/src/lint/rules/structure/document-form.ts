import { memberOf } from '../../../text/syntax-tree.ts';
import type { LintDocument } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { found } from './each-statement.ts';

/** Version and Statement of the document. */
export function checkDocumentForm(document: LintDocument): readonly RuleFinding[] {
  return [...versionFindings(document), ...statementFindings(document)];
}

function versionFindings({ root, version, place }: LintDocument): readonly RuleFinding[] {
  if (memberOf(root, 'Version') === undefined)
    return [
      found(
        'MISSING_VERSION',
        'The policy has no Version and is read by the rules of 2008-10-17, without variables.',
        place,
      ),
    ];
  if (version === undefined || versions.has(version.value)) return [];
  return [
    found(
      'INVALID_VERSION',
      `"${version.value}" is no version of the policy language; there are 2012-10-17 and 2008-10-17.`,
      version.place,
    ),
  ];
}

const versions: ReadonlySet<string> = new Set(['2012-10-17', '2008-10-17']);

function statementFindings({ root, place }: LintDocument): readonly RuleFinding[] {
  const statement = memberOf(root, 'Statement');
  const isEmptyList = statement?.kind === 'array' && statement.items.length === 0;
  if (statement !== undefined && !isEmptyList) return [];
  return [found('MISSING_STATEMENT', 'The policy has no statement.', place)];
}
