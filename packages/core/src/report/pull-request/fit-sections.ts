import { count } from '../count.ts';
import { joinBlocks } from './markdown.ts';
import { type LostKind, losingOrder, type Section, type ShorterForm } from './section.ts';

export interface Fitted {
  readonly blocks: readonly string[];
  readonly lost: readonly ShorterForm[];
}

/**
 * Shortens sections until all fit into the budget (bytes of UTF-8): kind after kind in
 * `losingOrder`, of one kind the last section first, and no more of them than it takes.
 */
export function fitSections(sections: readonly Section[], budget: number): Fitted {
  const forms = sections.map(({ text }) => text);
  const lost = new Map<number, ShorterForm>();
  let bytes = bytesOf(joinBlocks(forms));
  for (const { index, form } of stepsOf(sections)) {
    if (bytes <= budget) break;
    bytes += bytesOf(form.text) - bytesOf(forms[index] ?? '');
    forms[index] = form.text;
    lost.set(index, form);
  }
  return {
    blocks: forms,
    lost: [...lost.entries()].sort(([a], [b]) => a - b).map(([, form]) => form),
  };
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function stepsOf(sections: readonly Section[]) {
  return sections
    .flatMap(({ shorter }, index) => shorter.map((form, nth) => ({ index, form, nth })))
    .toSorted(
      (a, b) =>
        losingOrder.indexOf(a.form.loses) - losingOrder.indexOf(b.form.loses) ||
        a.nth - b.nth ||
        b.index - a.index,
    );
}

/** `the plan of 3 resources, notes`. */
export function describeLost(lost: readonly ShorterForm[]): string {
  const kinds = losingOrder.filter((kind) => lost.some(({ loses }) => loses === kind));
  const numberOf = (kind: LostKind) => lost.filter(({ loses }) => loses === kind).length;
  return kinds.map((kind) => lostWords[kind](numberOf(kind))).join(', ');
}

const lostWords: { readonly [K in LostKind]: (number: number) => string } = {
  notes: () => 'notes',
  checks: () => 'findings of checks',
  lint: () => 'lint findings',
  plans: (number) => `the plan of ${count(number, 'resource')}`,
  policies: (number) => `the details of ${count(number, 'policy', 'policies')}`,
  subjects: (number) => `the details of ${count(number, 'resource')}`,
  results: () => 'operations that were done',
  conflicts: () => 'hints on conflicts',
  names: (number) => `the names of ${count(number, 'resource')}`,
  risks: () => 'lesser risks',
  refusals: () => 'details of refusals',
  problems: () => 'some problems',
};
