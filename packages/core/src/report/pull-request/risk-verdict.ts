import type { Risk } from '../../review/find-risks.ts';
import { count } from '../count.ts';
import { shortSubject } from '../short-subject.ts';
import { code } from './markdown.ts';
import { prose } from './prose.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { type RiskRow, riskRows } from './risk-rows.ts';
import type { Verdict } from './verdict-type.ts';

/** What a change that nothing stands in the way of does to access. */
export function riskVerdict(report: PullRequestReport): Verdict {
  const [worst, ...others] = riskRows(report);
  if (worst !== undefined && worst.kind !== 'new') {
    const more = others.filter(({ kind }) => kind !== 'new').length;
    return {
      alert: worst.severity === 'critical' ? 'CAUTION' : 'WARNING',
      title: riskTitle(worst, report),
      text: [`${sentenceOf(worst)}${more > 0 ? ` And ${more} more, below.` : ''}`],
    };
  }
  if (report.problems.length > 0) return unreadVerdict(report.problems.length);
  return quietVerdict(report, worst === undefined ? 0 : others.length + 1);
}

/** `role/app` loses its permissions boundary. */
function sentenceOf({ who, text }: RiskRow): string {
  const name = `**${code(shortSubject(who), 100)}**`;
  const runsOn = /^(?:Allows|Becomes|Gets|Is|Lets|Loses|May|Takes) /.test(text);
  return runsOn
    ? `${name} ${prose(text.charAt(0).toLowerCase() + text.slice(1), 400)}`
    : `${name}: ${prose(text, 400)}`;
}

/** What could not be read may hold anything. */
function unreadVerdict(problems: number): Verdict {
  return {
    alert: 'WARNING',
    title: 'Not decided: not everything could be read',
    text: [
      `${count(problems, 'fault')} in the files of this change; what is in them was not compared.`,
    ],
  };
}

function quietVerdict(
  { plan, review, policies, offline }: PullRequestReport,
  fresh: number,
): Verdict {
  if (fresh > 0)
    return {
      alert: 'NOTE',
      title: 'Grants access to new users or roles',
      text: [
        `${count(fresh, 'principal')} ${fresh === 1 ? 'is' : 'are'} new. Nobody who is there already may do more than before.`,
      ],
    };
  if (plan === undefined && review === undefined && policies.length === 0)
    return {
      alert: 'WARNING',
      title: 'Not decided',
      text: [offline === undefined ? 'Nothing was compared.' : prose(offline)],
    };
  if (plan?.changes.length === 0)
    return {
      alert: 'TIP',
      title: 'No new access',
      text: ['Nothing to do: the account is as the manifest says.'],
    };
  return {
    alert: 'TIP',
    title: 'No new access',
    text: ['Nobody may do anything afterwards that they could not do before.'],
  };
}

const riskTitles: { readonly [K in Exclude<RiskRow['kind'], 'new' | 'outside'>]: string } = {
  administrator: 'Grants administrator access',
  'public-trust': 'Lets strangers assume a role',
  'widened-trust': 'Widens who may assume a role',
  boundary: 'Changes a permissions boundary',
  'identity-provider': 'Changes who vouches for identities',
  credential: 'Makes credentials',
  monitoring: 'Hides what is found',
  contact: 'Changes whom AWS writes to',
  undecided: 'Not decided: may grant new access',
  'used-role': 'Deletes a role that is in use',
  replacement: 'Deletes a resource and makes it anew',
  granted: 'Grants new access',
};

function riskTitle(
  { kind, severity, who, witness }: RiskRow,
  { review, plan }: PullRequestReport,
): string {
  switch (kind) {
    case 'new':
    case 'outside':
      return witness === undefined ? riskTitles.undecided : riskTitles.granted;
    case 'administrator':
      return severity === 'critical'
        ? riskTitles.administrator
        : 'Grants administrator-like access under a condition';
    case 'boundary':
      return isUnbound(who, review) ? 'Removes a permissions boundary' : riskTitles.boundary;
    case 'used-role':
      return plan?.changes.some(({ arn, kind: done }) => arn === who && done === 'replace')
        ? 'Makes a role anew that is in use'
        : riskTitles['used-role'];
    default:
      return riskTitles[kind];
  }
}

function isUnbound(arn: Risk['arn'], review: PullRequestReport['review']): boolean {
  const { users, roles } = review?.after.parts ?? {};
  const holders = [
    ...(users?.status === 'known' ? users.value : []),
    ...(roles?.status === 'known' ? roles.value : []),
  ];
  return holders.some((each) => each.arn === arn && each.permissionsBoundary === undefined);
}
