import {
  type Bootstrap,
  type BootstrapPolicy,
  type BootstrapRole,
  type Layout,
  type ReasonedStatement,
  wrapText,
} from '@rolecall/core';
import { policySize } from '@rolecall/policy';

/** Every document, statement by statement, each with its reason; then what is left out. */
export function renderBootstrap(bootstrap: Bootstrap, layout: Layout): readonly string[] {
  const { account, partition, scope, provider, policies, roles, boundary } = bootstrap;
  const { width, paint } = layout;
  return [
    ...wrapText(
      `What Rolecall needs in account ${account} (${partition}), for the scope ${scope}`,
      {
        width,
        paint: paint.strong,
      },
    ),
    '',
    `${paint.strong('Identity provider')}  ${provider.url}`,
    ...wrapText(`Audience: ${provider.clientIds.join(', ')}`, { width, indent: 2 }),
    ...roles.flatMap((role) => renderRole(role, layout)),
    ...policies.flatMap((policy) => renderPolicy(policy, layout)),
    '',
    paint.strong('Roles and users that Rolecall makes carry the boundary'),
    ...wrapText(`permissionsBoundary: ${boundary}`, { width, indent: 2 }),
    ...renderGaps(bootstrap, layout),
  ];
}

function renderRole(
  { name, description, statements, policies }: BootstrapRole,
  layout: Layout,
): readonly string[] {
  return [
    ...heading(`Role ${name}`, description, layout),
    ...wrapText(`Has: ${policies.join(', ')}`, { width: layout.width, indent: 2 }),
    ...statements.flatMap((statement) => renderStatement(statement, layout)),
  ];
}

function renderPolicy(
  { name, description, document, statements }: BootstrapPolicy,
  layout: Layout,
): readonly string[] {
  const size = `${policySize(document)} of 6144 characters`;
  return [
    ...heading(`Policy ${name}`, `${description} (${size})`, layout),
    ...statements.flatMap((statement) => renderStatement(statement, layout)),
  ];
}

function heading(title: string, text: string, { width, paint }: Layout): readonly string[] {
  return ['', paint.strong(title), ...wrapText(text, { width, indent: 2 })];
}

function renderStatement(
  { statement: { Sid, ...statement }, why }: ReasonedStatement,
  { width, paint }: Layout,
): readonly string[] {
  const mark = statement.Effect === 'Deny' ? paint.bad('Deny ') : paint.good('Allow');
  // Breaks only where a line may: between the members of lists and objects.
  const text = JSON.stringify(statement).replaceAll('","', '", "').replaceAll('],"', '], "');
  return [
    `  ${mark} ${Sid}`,
    ...wrapText(why, { width, indent: 4 }),
    ...wrapText(text, { width, indent: 4, paint: paint.quiet }),
  ];
}

function renderGaps({ gaps }: Bootstrap, { width, paint }: Layout): readonly string[] {
  if (gaps.length === 0) return [];
  return [
    '',
    paint.strong('The apply role will not be able to do all that is wanted'),
    ...gaps.flatMap(({ message, subjects }) => [
      ...wrapText(message, { width, indent: 2, lead: '! ', paint: paint.doubtful }),
      ...wrapText(subjects.join(', '), { width, indent: 4 }),
    ]),
  ];
}
