import type { Change, ChangeKind, Conflict, Plan } from '../plan/plan.ts';
import { count } from './count.ts';
import { describeAdopted } from './describe-adopted.ts';
import { describeOperation } from './describe-operation.ts';
import type { FacetLine } from './facet-line.ts';
import type { Layout } from './paint.ts';
import { renderHeader } from './render-header.ts';
import { wrapText } from './wrap-text.ts';

/** A plan for a person who is to approve it: each change with all that it does, then the sum. */
export function renderPlan(
  plan: Plan,
  layout: Layout,
  nothing = 'Nothing to do: the account is as the manifest says.',
): readonly string[] {
  const { width, paint } = layout;
  const { scope, account, partition, changes, conflicts, notes, planId } = plan;
  const head = `Account ${account} (${partition}), scope ${scope}`;
  const isEmpty = changes.length === 0 && conflicts.length === 0;
  return [
    paint.strong(head),
    ...changes
      .filter((change) => successorOf(change, changes) === undefined)
      .flatMap((change) => ['', ...renderChange(change, plan, layout)]),
    ...conflicts.flatMap((conflict) => ['', ...renderConflict(conflict, layout)]),
    ...(notes.length > 0 ? ['', paint.strong('Notes')] : []),
    ...notes.flatMap((note) => wrapText(note, { width, indent: 2, lead: '· ' })),
    '',
    ...(isEmpty
      ? [paint.good(nothing)]
      : wrapText(summarizePlan(plan), { width, paint: paint.strong })),
    paint.quiet(`Plan id ${planId}`),
  ];
}

/** `Plan: 3 to create, 1 to update, 0 to replace, 0 to delete, 1 conflict`. */
export function summarizePlan({ changes, conflicts }: Plan): string {
  const words = changes.flatMap((change) =>
    successorOf(change, changes) === undefined ? [wordOf(change, changes)] : [],
  );
  const numberOf = (wanted: string) => words.filter((word) => word === wanted).length;
  // Few plans take anything over or move it, so the others do not speak of it.
  const kinds = ['create', 'adopt', 'move', 'update', 'replace', 'delete']
    .filter((kind) => (kind !== 'adopt' && kind !== 'move') || numberOf(kind) > 0)
    .map((kind) => `${numberOf(kind)} to ${kind}`);
  const tail = conflicts.length > 0 ? [count(conflicts.length, 'conflict')] : [];
  return `Plan: ${[...kinds, ...tail].join(', ')}`;
}

type Changes = readonly Change[];

/** What a change does in the same plan that takes the place of what this one deletes. */
function successorOf({ resource, departed }: Change, changes: Changes): Change | undefined {
  return departed?.kind === 'moved'
    ? changes.find(({ movedFrom }) => movedFrom === resource)
    : undefined;
}

function predecessorOf({ movedFrom }: Change, changes: Changes): Change | undefined {
  if (movedFrom === undefined) return undefined;
  return changes.find((other) => other.resource === movedFrom && other.kind === 'delete');
}

function wordOf(change: Change, changes: Changes): string {
  return predecessorOf(change, changes) ? 'move' : change.kind;
}

const symbols: { readonly [K in ChangeKind]: string } = {
  create: '+',
  adopt: '⇐',
  update: '~',
  replace: '±',
  delete: '-',
};

function renderChange(change: Change, context: Plan, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { kind, warnings, operations } = change;
  const paints: { readonly [K in ChangeKind]: (text: string) => string } = {
    create: paint.good,
    adopt: paint.doubtful,
    update: paint.note,
    replace: paint.bad,
    delete: paint.bad,
  };
  const lines = operations.flatMap((operation) => describeOperation(operation, context));
  const old = predecessorOf(change, context.changes);
  const staying = change.adopted ? describeAdopted(change.adopted, context) : [];
  return [
    ...renderHeader(change, {
      symbol: paints[kind](symbols[kind]),
      word: wordOf(change, context.changes),
      layout,
    }),
    ...[...warnings, ...(old?.warnings.slice(1) ?? [])].flatMap((warning) =>
      wrapText(warning, { width, indent: 4, lead: '! ', paint: paint.doubtful }),
    ),
    ...lines.flatMap((line) => renderLine(line, { kind, layout })),
    ...(staying.length > 0 ? wrapText('stays as it is:', { width, indent: 4 }) : []),
    ...staying.flatMap((line) =>
      renderLine({ ...line, depth: (line.depth ?? 0) + 1 }, { kind, layout }),
    ),
  ];
}

/** In what is new everything comes, so that the signs would say nothing. */
function renderLine(
  { sign, text, depth = 0 }: FacetLine,
  { kind, layout }: { readonly kind: ChangeKind; readonly layout: Layout },
): readonly string[] {
  const { width, paint } = layout;
  const indent = 4 + 2 * depth;
  if (kind === 'create' || kind === 'delete') return wrapText(text, { width, indent, hanging: 2 });
  const painted = sign === '+' ? paint.good : sign === '-' ? paint.bad : undefined;
  return wrapText(text, {
    width,
    indent,
    lead: `${sign === ' ' ? '·' : sign} `,
    hanging: 4,
    ...(painted && { paint: painted }),
  });
}

function renderConflict(conflict: Conflict, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  return [
    ...renderHeader(conflict, { symbol: paint.bad('✗'), word: 'conflict', layout }),
    ...wrapText(conflict.message, { width, indent: 4 }),
    ...wrapText(conflict.hint, { width, indent: 4, lead: '→ ', paint: paint.quiet }),
  ];
}
