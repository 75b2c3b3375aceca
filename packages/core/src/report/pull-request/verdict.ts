import type { Diagnostic } from '../../model/errors.ts';
import { count } from '../count.ts';
import { appliedVerdict, notAppliedVerdict } from './apply-verdict.ts';
import { failureText, failureTitles } from './failure-words.ts';
import { code } from './markdown.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { riskVerdict } from './risk-verdict.ts';
import type { Verdict } from './verdict-type.ts';

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
  const isBare = failure === undefined && plan === undefined && report.review === undefined;
  if (failure?.reason === 'invalid-manifest' || (isBare && problems.length > 0))
    return invalidVerdict(report);
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

function invalidVerdict(report: PullRequestReport): Verdict {
  const { problems } = report;
  const faults = `${count(problems.length, 'fault')} in what is declared. Nothing was planned.`;
  const isOf = (code: Diagnostic['code']) => problems.every((each) => each.code === code);
  return {
    alert: 'CAUTION',
    title:
      problems.length > 0 && isOf('GUARDRAILS_INVALID') ? 'Guardrails invalid' : 'Manifest invalid',
    text: problems.length > 0 ? [faults] : failureText(report),
  };
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
