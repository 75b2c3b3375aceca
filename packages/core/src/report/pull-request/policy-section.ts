import { shortSubject } from '../short-subject.ts';
import { accessBlocks } from './access-blocks.ts';
import { isLess, withChanges } from './access-changes.ts';
import { code, details, htmlCode } from './markdown.ts';
import type { ReportedPolicy } from './pull-request-report.ts';
import { place, type ReportContext } from './report-context.ts';
import { kept, type Section } from './section.ts';

/** Policies of files that are in no manifest: compared, not applied. */
export function policySections(context: ReportContext): readonly Section[] {
  const { policies } = context.report;
  if (policies.length === 0) return [];
  const order = ['undecided', 'unread', 'grants', 'none'];
  const sorted = policies.toSorted(
    (a, b) => order.indexOf(a.result.verdict) - order.indexOf(b.result.verdict),
  );
  return [
    kept(
      '### Policies outside the manifest\n\nRolecall compares these; something else applies them.',
    ),
    ...sorted.map((policy) => policySection(withChanges(policy), context)),
  ];
}

function policySection(policy: ReportedPolicy, context: ReportContext): Section {
  const name = shortSubject(policy.arn);
  const where = place(policy.position, context);
  const title = `${htmlCode(name, 160)}: ${effectOf(policy)}`;
  return {
    text: details(title, [
      [code(policy.arn), where].filter((each) => each !== '').join(' · '),
      ...accessBlocks(policy, context.whole),
    ]),
    shorter: [
      {
        loses: 'policies',
        lost: name,
        text: `- ${code(name, 160)}: ${effectOf(policy)}${where === '' ? '' : ` (${where})`}`,
      },
      { loses: 'names', lost: name, text: '' },
    ],
  };
}

const mores: { readonly [A in ReportedPolicy['aspect']]: string } = {
  permissions: 'allows more',
  trust: 'may be assumed by more',
  'resource-policy': 'lets in more',
};

function effectOf({ aspect, change, diff, result: { verdict } }: ReportedPolicy): string {
  if (verdict === 'undecided' || verdict === 'unread') return 'not decided';
  if (change === 'removed') return 'is gone';
  const more = mores[aspect];
  if (verdict === 'grants') return change === 'added' ? 'is new' : more;
  if (change === 'added') return 'is new, and allows nothing';
  return isLess(diff) ? 'allows less' : 'allows nothing new';
}
