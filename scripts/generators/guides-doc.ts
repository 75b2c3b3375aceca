import { lifecycle } from '../../packages/core/src/blueprints/lifecycle.ts';
import { guides } from '../../packages/core/src/guides/catalogue.ts';
import type { Guide, GuideStep, Mending, Sign } from '../../packages/core/src/guides/guide.ts';
import {
  needsNothing,
  requirementIds,
  stepsCovering,
} from '../../packages/core/src/guides/requirements.ts';
import { instructionsMarkdown } from '../../packages/core/src/report/render-guide-markdown.ts';
import { blueprintPage } from './blueprints-doc.ts';

/** The reference of all guides and their steps, as Markdown. */
export function produceGuidesDoc(): string {
  return `${[
    '# Guides',
    'Every guide with its steps: where each comes from, how it is seen that it is done, and what does it. How to use them: [guides.md](guides.md). What stands in double braces is filled in from the account.',
    table(
      ['guide', 'what it is', 'AWS today', 'steps'],
      guides.map((guide) => [
        `[${code(guide.id)}](#${guide.id})`,
        guide.title,
        stateOf(guide),
        String(guide.steps.length),
      ]),
    ),
    ...guides.map(sectionOf),
    requirementsSection(),
  ].join('\n\n')}\n`;
}

function stateOf({ service }: Guide): string {
  const fate = service === undefined ? undefined : lifecycle.services[service];
  return fate === undefined ? 'open' : `${fate.state} ${fate.since}`;
}

function sectionOf(guide: Guide): string {
  const { id, title, purpose, service, successor, evidence, documents, steps } = guide;
  const fate = service === undefined ? undefined : lifecycle.services[service];
  return [
    `## ${id}`,
    `**${title}.** ${purpose}`,
    ...(fate ? [`**${fate.advice}** [Source](${fate.source}), as of ${lifecycle.asOf}.`] : []),
    ...(fate
      ? [
          `It applies to accounts that show the service by ${[
            ...(fate.customerEvidence.length > 0
              ? [`a service-linked role older than ${fate.since}`]
              : ['a service-linked role']),
            ...evidence.map(describeSign),
          ].join(
            ', or ',
          )}.${successor === undefined ? '' : ` Others: [${successor}](#${successor}).`}`,
        ]
      : []),
    list(Object.values(documents).map((document) => `[${document.title}](${document.url})`)),
    ...steps.map((step) => stepOf(step, guide)),
  ].join('\n\n');
}

function stepOf(step: GuideStep, { id: guide, documents }: Guide): string {
  const { id, title, covers, source, settled, unlessDone, weaker } = step;
  const document = documents[source.document]?.title ?? source.document;
  const line = source.line === undefined ? '' : `, line ${source.line}`;
  return [
    `<a id="${guide}-${id}"></a>`,
    `### ${title}`,
    [
      `Step ${code(id)}. From ${document}${line}${covers.length > 0 ? ` (${covers.join(', ')})` : ''}.`,
      ...settledLines(settled),
      ...(unlessDone.length > 0
        ? [`Not needed once ${unlessDone.map(code).join(', ')} is done.`]
        : []),
    ].join(' '),
    ...(settled.by === 'inform' ? [settled.words] : []),
    ...('instructions' in settled && settled.instructions
      ? [instructionsMarkdown(settled.instructions)]
      : []),
    ...(weaker ? [`> ${weaker.why} **Stronger:** ${weaker.stronger}`] : []),
  ].join('\n\n');
}

function settledLines(settled: GuideStep['settled']): readonly string[] {
  switch (settled.by) {
    case 'checks':
      return [
        `Done when ${settled.checks
          .map(
            ({ check, done }) =>
              `[${code(check)}](checks.gen.md#${check}) says ${done.join(' or ')}`,
          )
          .join('; ')}.`,
        ...(settled.mending === undefined ? [] : [mendingLine(settled.mending)]),
      ];
    case 'blueprint':
      return [
        `Done when there is ${settled.signs.map(describeSign).join(' and ')}.`,
        `The blueprint [${code(settled.use)}](${blueprintPage(settled.use)}) makes it${
          Object.keys(settled.with).length > 0 ? `, with ${code(JSON.stringify(settled.with))}` : ''
        }${settled.choice ? '; planned only when asked for' : ''}.`,
      ];
    case 'presence':
      return [`Done when there is ${settled.signs.map(describeSign).join(' and ')}.`];
    case 'absence':
      return [`Done when there is no longer ${settled.signs.map(describeSign).join(', nor ')}.`];
    case 'caller':
      return ['Done when somebody asks who is not root.'];
    case 'operations-account':
      return [`Done when the setting ${code('operationsAccount')} names the account.`];
    case 'person':
      return ['Only a person can do it, or tell.'];
    case 'inform':
      return [];
    default:
      return settled satisfies never;
  }
}

function mendingLine({ check, use, asks, managing }: Mending): string {
  const where = managing ? ', in the manifest of the account that manages Identity Center' : '';
  const said = asks.length > 0 ? `, once ${asks.map(code).join(', ')} are said` : '';
  return `Where ${code(check)} fails, the blueprint [${code(use)}](${blueprintPage(use)}) makes it pass${where}${said}.`;
}

function describeSign(sign: Sign): string {
  switch (sign.sign) {
    case 'role':
      return [
        'a role',
        ...(sign.named === undefined ? [] : [`named ${code(sign.named)}`]),
        ...(sign.trusts === undefined ? [] : [`that trusts ${code(sign.trusts)}`]),
        ...(sign.policy === undefined ? [] : [`with ${code(sign.policy)}`]),
      ].join(' ');
    case 'linked-role':
      return `the service-linked role of ${code(sign.service)}`;
    case 'user':
      return `a user ${code(sign.named)}`;
    case 'policy':
      return `a policy ${code(sign.named)}`;
    case 'oidc-provider':
      return `the identity provider ${code(sign.url)} with the audience ${code(sign.audience)}`;
    case 'administrator-user':
      return 'a user of IAM who is administrator, by whatever way';
    case 'emergency-user':
      return `a user kept for emergencies, or called ${code(sign.named)}`;
    case 'app-runner-service':
      return 'a service of App Runner';
    case 'replication-set':
      return 'a replication set';
    case 'proton-stack':
      return 'a CloudFormation stack of Proton';
    default:
      return sign satisfies never;
  }
}

function requirementsSection(): string {
  return [
    '## Requirements of the documents',
    'The five documents number what they ask: S "Getting set up with IAM", T "Getting started with IAM", P AWS Proton, A App Runner, I Incident Manager. Each is covered by a step, or needs nothing.',
    table(
      ['requirement', 'where'],
      requirementIds.map((id) => [
        id,
        stepsCovering(id)
          .map((step) => `[${code(step)}](#${step.replace('/', '-')})`)
          .join(', ') || `nothing: ${needsNothing.find((each) => each.id === id)?.why ?? ''}`,
      ]),
    ),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
