import { patternCovers } from '@rolecall/policy';
import type { TextPart } from './draft.ts';

/** A policy variable of the simplest form. Whatever else has a `$` may join with what surrounds it. */
const variable = /\$\{[A-Za-z0-9:/_.@-]+\}/g;

/** A pattern that covers every one that the parts can become, whatever the unknown parts hold. */
export function boundOf(parts: readonly TextPart[]): string {
  let known = '';
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (!part.plain) return openEnd(known);
      known += '*';
      continue;
    }
    const dollar = part.replaceAll(variable, (found) => '_'.repeat(found.length)).indexOf('$');
    if (dollar >= 0) return openEnd(known + part.slice(0, dollar));
    known += part;
  }
  return known;
}

/** An unknown text may hold colons: only in the last field of an ARN does it stay where it is. */
function openEnd(known: string): string {
  const colons = known.replaceAll(variable, '').split(':').length - 1;
  return colons >= 5 ? `${known}*` : '*';
}

/**
 * Whether `inner` lies within `outer` whatever their unknown parts hold: both begin with the same
 * parts, and what follows is text without variables.
 */
export function partsCover(outer: readonly TextPart[], inner: readonly TextPart[]): boolean {
  const last = outer.findLastIndex((part) => typeof part !== 'string');
  const head = outer.slice(0, last + 1);
  const isSameHead = head.every((part, index) => isSamePart(part, inner[index]));
  if (!isSameHead) return false;
  const outerTail = tailOf(outer.slice(last + 1));
  const innerTail = tailOf(inner.slice(last + 1));
  if (outerTail === undefined || innerTail === undefined) return false;
  if (/[${}']/.test(outerTail + innerTail)) return false;
  // `*` alone is more than a pattern of one star: it also matches what is no ARN.
  const literal = inner.filter((part) => typeof part === 'string').join('');
  if (!/[^*]/.test(literal)) return false;
  const firstUnknown = outer.findIndex((part) => typeof part !== 'string' && !part.plain);
  const before = outer.slice(0, firstUnknown < 0 ? last + 1 : firstUnknown);
  const colons = before.join('').replaceAll(variable, '').split(':').length - 1;
  if (outerTail.includes(':') || innerTail.includes(':')) {
    if (colons < 5 || before.some((part) => typeof part !== 'string')) return false;
  }
  return patternCovers(outerTail, innerTail);
}

/** `undefined`: it may hold anything. */
function tailOf(parts: readonly TextPart[]): string | undefined {
  let tail = '';
  for (const part of parts) {
    if (typeof part !== 'string' && !part.plain) return undefined;
    tail += typeof part === 'string' ? part : '*';
  }
  return tail;
}

function isSamePart(one: TextPart, other: TextPart | undefined): boolean {
  if (other === undefined) return false;
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.identity === other.identity;
}
