import type { PolicyDocument } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import type { Verdict } from '../check.ts';
import type { WholeGrant } from '../whole-grant.ts';
import type { WrittenDocument } from '../written-documents.ts';

interface Wording {
  /** `gives every action of AWS KMS on every key`. */
  readonly gives: string;
  readonly accountArn: string;
}

/** One verdict for each document that gives all of something; one in all where none does. */
export function judgeWholeGrants(
  written: readonly WrittenDocument[],
  judge: (document: PolicyDocument) => WholeGrant,
  { gives, accountArn }: Wording,
): readonly Verdict[] {
  const judgeOnce = byDocument(judge);
  const verdicts = written.flatMap(({ label, subject, key, document }): readonly Verdict[] => {
    const grant = judgeOnce(document);
    if (grant === 'none') return [];
    const conditional = grant === 'conditional';
    return [
      {
        outcome: conditional ? 'warn' : 'fail',
        subject,
        ...(key !== undefined && { key }),
        message: `The ${label} ${gives}${conditional ? ', while a condition holds' : ''}.`,
      },
    ];
  });
  if (verdicts.length > 0) return verdicts;
  const message = `Of ${written.length} policies of the account, none ${gives}.`;
  return [{ outcome: 'pass', subject: accountArn, message }];
}
