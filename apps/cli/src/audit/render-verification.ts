import type { BrokenExport, ExportVerdict, SignedHead } from '@rolecall/audit';
import { type Layout, visibleText, wrapText } from '@rolecall/core';
import { counted } from '../policy/counted.ts';

export interface Verification {
  readonly verdict: ExportVerdict;
  readonly file: string;
  /** Whether there were keys to look at the signature with. */
  readonly isSigned: boolean;
  readonly kept: readonly SignedHead[];
}

/** For programs; `line` counts from 1. */
export function verificationJson({ verdict, isSigned, kept }: Verification): object {
  const looked = { signature: isSigned ? 'verified' : 'not-checked', keptHeads: kept.length };
  switch (verdict.kind) {
    case 'intact': {
      const { events, head } = verdict;
      return { verdict: 'intact', events, head, ...looked, broken: null };
    }
    case 'broken': {
      const { line, sequence, why } = verdict;
      const broken = { line, sequence, why, message: explain(verdict) };
      return { verdict: 'broken', events: null, head: null, ...looked, signature: null, broken };
    }
    default:
      return verdict satisfies never;
  }
}

export function renderVerification(shown: Verification, layout: Layout): readonly string[] {
  const { verdict, file, isSigned, kept } = shown;
  const { width, paint } = layout;
  switch (verdict.kind) {
    case 'intact': {
      const { events, head } = verdict;
      const by = visibleText(`signed ${head.at} with the key ${head.keyId}`);
      const said = `${counted(events, 'event')} up to ${head.sequence}, ${by}.`;
      return [
        ...wrapText(said, { width, lead: '✓ intact: ', hanging: 2, paint: paint.good }),
        ...(kept.length === 0
          ? []
          : wrapText(`Agrees with ${counted(kept.length, 'head')} kept outside.`, {
              width,
              indent: 2,
            })),
        ...(isSigned
          ? []
          : wrapText('Who signed was not looked at: give the public key with --key.', {
              width,
              indent: 2,
              lead: '! ',
              paint: paint.doubtful,
            })),
      ];
    }
    case 'broken': {
      const said = `${file}:${verdict.line}: ${explain(verdict)}`;
      return wrapText(said, { width, lead: '✗ broken: ', hanging: 2, paint: paint.bad });
    }
    default:
      return verdict satisfies never;
  }
}

function explain({ why, sequence }: BrokenExport): string {
  switch (why) {
    case 'missing':
      return `event ${sequence} should stand here and does not: it was removed or moved, or the end was cut off.`;
    case 'previous-hash':
      return `event ${sequence} does not follow the one before: one of the two was changed, put in or moved.`;
    case 'hash':
      return `event ${sequence} was changed: its content does not have its hash.`;
    case 'head':
      return `this is another chain than the one whose head was signed, at the latest from event ${sequence} on.`;
    case 'head-missing':
      return 'there is no signed head at the end: the export was cut off, or narrowed to some events.';
    case 'unreadable':
      return 'this is neither an event nor, at the end, a signed head.';
    case 'signature':
      return 'the head at the end is signed by none of the keys.';
    default:
      return why satisfies never;
  }
}
