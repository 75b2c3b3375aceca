import {
  type GeneratedPolicyReport,
  type Layout,
  managedPolicyCharacters,
  shortSubject,
  visibleText,
  wrapText,
} from '@rolecall/core';
import { type PolicyStatement, policySize, statementsOf } from '@rolecall/policy';
import { counted } from './counted.ts';
import type { PlacedPlaceholder } from './generated-side.ts';

export type GeneratedReport = Omit<GeneratedPolicyReport<unknown>, 'review'>;

/** What was written, from which activity, and what of it was declared. */
export function renderWritten(
  report: GeneratedReport,
  file: string,
  { width, paint }: Layout,
): readonly string[] {
  const { document, parts, properties, added, alreadyThere, unusedValues } = report;
  const size = `${counted(statementsOf(document).length, 'statement')}, ${policySize(document)} characters`;
  const facts = [
    ...(statementsOf(document).length > 0 ? [] : ['No activity was found; the policy is empty.']),
    `${shortSubject(properties.principalArn)}, ${activityOf(report)}`,
    ...(parts.length > 1
      ? [
          `A managed policy has at most ${managedPolicyCharacters} characters: ` +
            `split it into ${parts.length} (--json shows them).`,
        ]
      : []),
    ...(added.length > 0 ? [`Declared and added: ${namesOf(added)}.`] : []),
    ...(alreadyThere.length > 0
      ? [`Declared and generated already: ${namesOf(alreadyThere)}.`]
      : []),
    ...(unusedValues.length > 0 ? [`Values for no placeholder: ${unusedValues.join(', ')}.`] : []),
    ...(properties.isComplete
      ? []
      : ['AWS does not say that all actions in the trail are in the policy.']),
    ...(added.length + alreadyThere.length > 0
      ? []
      : [
          'CloudTrail records no iam:PassRole and no data events (S3 objects, Lambda invocations ' +
            '…): add what is needed with --declare.',
        ]),
  ];
  return [
    ...wrapText(`Wrote ${visibleText(file)}: ${size}.`, {
      width,
      lead: '✓ ',
      paint: paint.strong,
    }),
    ...facts.flatMap((fact) => wrapText(visibleText(fact), { width, indent: 2, lead: '· ' })),
  ];
}

function activityOf({ properties: { cloudTrail }, jobId }: GeneratedReport): string {
  if (cloudTrail === undefined) return `job ${jobId}`;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { startTime, endTime } = cloudTrail;
  return `job ${jobId}, activity from ${day(startTime)} to ${day(endTime)}`;
}

function namesOf(statements: readonly PolicyStatement[]): string {
  const names = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  const unnamed = statements.length - names.length;
  const others =
    unnamed === 0 ? [] : [counted(unnamed, 'statement without a Sid', 'statements without a Sid')];
  return [...names, ...others].join(', ');
}

export interface OpenPolicy {
  readonly placeholders: readonly PlacedPlaceholder[];
  readonly jobId: string;
}

/** Every placeholder with its places and what belongs there, then how to fill them. */
export function renderPlaceholders(
  { placeholders, jobId }: OpenPolicy,
  { width, paint }: Layout,
): readonly string[] {
  if (placeholders.length === 0) return [];
  const title = `${counted(placeholders.length, 'placeholder')} left; the policy is not fit for use yet.`;
  return [
    '',
    ...wrapText(title, { width, lead: '! ', paint: paint.doubtful }),
    ...placeholders.flatMap(({ name, actions, places }) => [
      ...wrapText(`\${${name}}: ${whatToFill(name)}`, { width, indent: 2, hanging: 2 }),
      ...places.flatMap(({ resource, position: { file, line } }) =>
        wrapText(visibleText(`${file}:${line}  ${resource}`), { width, indent: 4, hanging: 2 }),
      ),
      ...wrapText(`for ${actions.join(', ')}`, {
        width,
        indent: 4,
        hanging: 2,
        paint: paint.quiet,
      }),
    ]),
    '',
    'Put the values into a file, say values.yaml:',
    ...placeholders.map(({ name }) => `  ${name}: [${exampleOf(name)}]`),
    'and fetch the result again, which starts no other job:',
    ...wrapText(`rolecall policy generate … --job ${jobId} --values values.yaml --force`, {
      width,
      indent: 2,
      hanging: 2,
    }),
  ];
}

function whatToFill(name: string): string {
  if (/^region/i.test(name)) return 'the Region, or *';
  if (/^account/i.test(name)) return 'the account, 12 digits';
  if (/^partition$/i.test(name)) return 'aws, aws-cn or aws-us-gov';
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return `the ${words}, or a pattern`;
}

function exampleOf(name: string): string {
  if (/^region/i.test(name)) return 'eu-central-1';
  if (/^account/i.test(name)) return "'111122223333'";
  if (/^partition$/i.test(name)) return 'aws';
  return 'example, example-*';
}
