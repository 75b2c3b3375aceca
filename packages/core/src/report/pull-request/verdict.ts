import type { ApplyReport } from '../../plan/apply-report.ts';
import type { Risk } from '../../review/find-risks.ts';
import { count } from '../count.ts';
import { shortSubject } from '../short-subject.ts';
import { failureTitles } from './failure-titles.ts';
import { type Alert, code } from './markdown.ts';
import { prose } from './prose.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { type RiskRow, riskRows } from './risk-rows.ts';

/** The one thing a reader must take away. */
export interface Verdict {
  readonly alert: Alert;
  /** Words of ours, without a full stop. */
  readonly title: string;
  /** Markdown; a paragraph each. */
  readonly text: readonly string[];
}

/** Where a change is in its life decides first, then what stands in its way, then its risks. */
export function reportVerdict(report: PullRequestReport): Verdict {
  const { phase } = report;
  switch (phase.kind) {
    case 'planned':
    case 'outdated':
      return plannedVerdict(report);
    case 'applying':
      return {
        alert: 'NOTE',
        title: 'Is being applied',
        text: ['The reviewed plan is being carried out. This comment will say what came of it.'],
      };
    case 'applied':
      return appliedVerdict(report, phase.report);
    case 'not-applied':
      return notAppliedVerdict(report);
    default:
      return phase satisfies never;
  }
}

function plannedVerdict(report: PullRequestReport): Verdict {
  const { failure, refusals, plan, problems } = report;
  const conflicts = plan?.conflicts.length ?? 0;
  if (failure?.reason === 'invalid-manifest' || (failure === undefined && problems.length > 0))
    return {
      alert: 'CAUTION',
      title: 'Manifest invalid',
      text: [
        `${count(Math.max(1, problems.length), 'fault')} in what is declared. Nothing was planned.`,
      ],
    };
  if (failure?.reason === 'guardrail' || refusals.length > 0) return refusedVerdict(report);
  if (failure?.reason === 'conflict' || conflicts > 0)
    return {
      alert: 'CAUTION',
      title: 'Cannot be applied: conflicts',
      text: [
        `${count(conflicts, 'resource')} in the account ${conflicts === 1 ? 'stands' : 'stand'} in the way. Nothing is done until a person decides.`,
      ],
    };
  if (failure !== undefined && failure.reason !== 'findings')
    return { alert: 'CAUTION', title: failureTitles[failure.reason], text: failureText(report) };
  const verdict = riskVerdict(report);
  if (failure === undefined) return verdict;
  const alert = verdict.alert === 'CAUTION' ? 'CAUTION' : 'WARNING';
  const quiet = verdict.alert === 'TIP' || verdict.alert === 'NOTE';
  const title = quiet ? failureTitles.findings : verdict.title;
  return { alert, title, text: [...verdict.text, ...failureText(report)] };
}

function refusedVerdict({ refusals, guardrails }: PullRequestReport): Verdict {
  const undecided = refusals.filter((each) => each.undecided === true).length;
  const by = guardrails?.state === 'used' ? ` of ${code(guardrails.file)}` : '';
  const number = count(Math.max(1, refusals.length), 'thing');
  const open = undecided > 0 ? ` ${undecided} of them because it cannot be decided.` : '';
  return {
    alert: 'CAUTION',
    title: 'Refused by guardrails',
    text: [`The guardrails${by} do not let ${number} through; nothing of this is applied.${open}`],
  };
}

function riskVerdict(report: PullRequestReport): Verdict {
  const [worst, ...others] = riskRows(report);
  if (worst !== undefined && worst.kind !== 'new') {
    const more = others.filter(({ kind }) => kind !== 'new').length;
    return {
      alert: worst.severity === 'critical' ? 'CAUTION' : 'WARNING',
      title: riskTitle(worst, report),
      text: [`${sentenceOf(worst)}${more > 0 ? ` And ${more} more, below.` : ''}`],
    };
  }
  return quietVerdict(report, worst === undefined ? 0 : others.length + 1);
}

/** `role/app` loses its permissions boundary. */
function sentenceOf({ who, text }: RiskRow): string {
  const name = `**${code(shortSubject(who), 100)}**`;
  const runsOn = /^(?:Allows|Becomes|Gets|Is|Lets|Loses|May) /.test(text);
  return runsOn
    ? `${name} ${prose(text.charAt(0).toLowerCase() + text.slice(1), 400)}`
    : `${name}: ${prose(text, 400)}`;
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

function appliedVerdict(report: PullRequestReport, applied: ApplyReport | undefined): Verdict {
  const results = applied?.results ?? [];
  const failed = results.filter(({ status }) => status === 'failed').length;
  const done = results.filter(({ status }) => status === 'done' || status === 'already').length;
  if (report.failure === undefined && applied?.complete !== false) {
    const text =
      applied === undefined || results.length === 0
        ? 'Nothing was left to do: the account is as the manifest says.'
        : `${count(results.length, 'operation')} carried out. The account is as the manifest says.`;
    return { alert: 'TIP', title: 'Applied', text: [text] };
  }
  const why = failed > 0 ? `${failed} failed, ` : '';
  const sum = `Of ${count(results.length, 'operation')} ${why}${done} carried out, ${results.length - failed - done} not tried.`;
  return {
    alert: 'CAUTION',
    title: applied?.interrupted === true ? 'Applied in part: stopped' : 'Applied in part',
    text: [...(results.length > 0 ? [sum] : []), ...failureText(report)],
  };
}

function notAppliedVerdict(report: PullRequestReport): Verdict {
  const { failure } = report;
  if (failure === undefined)
    return {
      alert: 'WARNING',
      title: 'Not applied',
      text: ['Nothing was changed in the account.'],
    };
  const why = failureTitles[failure.reason];
  return {
    alert: 'CAUTION',
    title: `Not applied: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    text: failureText(report),
  };
}

function failureText({ failure }: PullRequestReport): readonly string[] {
  if (failure === undefined) return [];
  const hint = failure.hint === undefined ? [] : [`→ ${prose(failure.hint)}`];
  return [prose(failure.message, 1000), ...hint];
}
