import { createHash } from 'node:crypto';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { severities } from '../../../model/finding.ts';
import { describeAge } from '../../describe-age.ts';
import { shortSubject } from '../../short-subject.ts';
import { visibleText } from '../../visible-text.ts';
import { areaScores, totalScore } from '../area-scores.ts';
import { checkEntries, controlsOf, type FindingsReport } from '../findings-report.ts';
import { countStandings, standingOf, worstFirst } from '../standing.ts';
import { anchorsOf } from './anchor.ts';
import { checkGroup } from './check-group.ts';
import { comparisonSection } from './comparison-section.ts';
import { filterForm } from './filter-form.ts';
import { findingEntry } from './finding-entry.ts';
import { htmlText, scriptJson } from './html-text.ts';
import { changesOf, describeBadge } from './page-changes.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { scoreOverview } from './score-overview.ts';

/**
 * The report as one HTML page that needs nothing beside it: no network, no other file. Its policy
 * (CSP) lets run and style only what is in it, so that a name of the account cannot become code.
 * Without scripts it is a list of all findings.
 */
export function findingsPage(report: FindingsReport): string {
  const { account } = report;
  const scores = areaScores(report);
  const titles = report.areas.map(({ title }) => title);
  const { list, data } = findingsList(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${findingsPagePolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>IAM check of account ${htmlText(account)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header class="top"><div class="wrap"><div class="top-line"><div><p class="eyebrow">Rolecall IAM check</p><h1>Account <span class="account">${htmlText(account)}</span></h1></div>
<div class="theme js-only"><label class="hidden-text" for="theme">Theme</label><select id="theme"><option value="auto">Auto theme</option><option value="light">Light</option><option value="dark">Dark</option></select></div></div>${metaList(report)}</div></header>
<main class="wrap">
${scoreOverview(scores, { total: totalScore(scores), anchors: titles.map((_, index) => `area-${index}`) })}
${report.comparison ? comparisonSection(report.comparison) : ''}
<div class="findings-head"><h2 class="big" id="findings" tabindex="-1">Findings</h2><p id="count" class="quiet" role="status" aria-live="polite">${report.findings.length} in all</p></div>
${filterForm({ areas: titles, counts: countStandings(report.findings), isCompared: report.comparison !== undefined })}
<div id="list"><div id="by-check">${list}</div><div id="regrouped"></div><p id="nothing" class="card nothing" hidden>Nothing is like that.</p></div>
</main>
<footer class="wrap"><p>Made by Rolecall ${htmlText(report.version)}. The score is the share of checks that hold, of those that could be judged: what is unknown, for a person to see, or excepted counts neither way.</p></footer>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** The page's own policy, for a server that sends it: the policies of both hold. */
export function findingsPagePolicy(): string {
  return [
    "default-src 'none'",
    `script-src '${sourceHash(pageScript)}'`,
    `style-src '${sourceHash(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

function metaList(report: FindingsReport): string {
  const { partition, checkedAt, profile, credentialReportGeneratedAt, caller } = report;
  const rows = [
    ['Checked', `${checkedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Partition', partition],
    ...(profile ? [['Profile', profile.title]] : []),
    ...(credentialReportGeneratedAt === undefined
      ? []
      : [['Credential report', describeAge(credentialReportGeneratedAt, checkedAt)]]),
    ['As', shortSubject(caller)],
  ];
  return `<dl class="meta">${rows
    .map(
      ([name = '', value = '']) =>
        `<div><dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd></div>`,
    )
    .join('')}</dl>`;
}

/** The findings as they stand in the page, and in the same order what the script goes by. */
function findingsList(report: FindingsReport): { readonly list: string; readonly data: object } {
  const entries = checkEntries(report);
  const changes = changesOf(report.comparison);
  const strangers = [...new Set(report.findings.map(({ check }) => check))].filter(
    (id) => !entries.has(id),
  );
  const areas = [
    ...report.areas.map(({ title, checks }) => ({ title, ids: checks.map(({ id }) => id) })),
    ...(strangers.length > 0 ? [{ title: 'Others', ids: strangers }] : []),
  ];
  const ids = areas.flatMap((area) => area.ids);
  const byCheck = Map.groupBy(worstFirst(report.findings), ({ check }) => check);
  const members = (id: string) => byCheck.get(id) ?? [];
  const inOrder = ids.flatMap(members);
  const anchors = new Map<ReportedFinding, string>();
  const names = anchorsOf(inOrder.map(({ id }) => id));
  for (const [index, finding] of inOrder.entries()) anchors.set(finding, names[index] ?? '');
  const groupOf = (id: string) =>
    checkGroup({
      id,
      check: entries.get(id)?.check,
      controls: controlsOf(report, id),
      entries: members(id).map((finding) =>
        findingEntry(finding, {
          anchor: anchors.get(finding) ?? '',
          badge: describeBadge(changes.get(finding.id)),
        }),
      ),
    });
  return {
    list: areas
      .map(
        (area, index) =>
          `<section class="area" id="area-${index}" aria-labelledby="area-title-${index}"><h3 class="area-title" id="area-title-${index}">${htmlText(area.title)}</h3>${area.ids.map(groupOf).join('\n')}</section>`,
      )
      .join('\n'),
    data: {
      severities: severities.toReversed(),
      checks: ids.map((id) => `${id} ${entries.get(id)?.check?.title ?? ''}`),
      findings: areas.flatMap((area, index) =>
        area.ids.flatMap((id) =>
          members(id).map((finding) => ({
            anchor: anchors.get(finding),
            standing: standingOf(finding),
            severity: finding.severity,
            subject: visibleText(shortSubject(finding.subject)),
            area: index,
            check: ids.indexOf(id),
            change: changes.get(finding.id),
          })),
        ),
      ),
    },
  };
}
