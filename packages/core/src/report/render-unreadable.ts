import type { Finding } from '../model/finding.ts';
import type { Layout } from './paint.ts';
import { shortSubject } from './short-subject.ts';
import { wrapText } from './wrap-text.ts';

/** What could not be judged, by reason: one denied read leaves many checks without an answer. */
export function renderUnreadable(
  unknown: readonly Finding[],
  { width, paint }: Layout,
): readonly string[] {
  if (unknown.length === 0) return [];
  const reasons = Map.groupBy(unknown, ({ message, remedy }) => JSON.stringify([message, remedy]));
  const lines = [...reasons.values()].flatMap((findings) => {
    const [first] = findings;
    if (first === undefined) return [];
    const checks = [...new Set(findings.map(nameOf))].join(', ');
    return [
      ...wrapText(first.message, { width, lead: '? ', hanging: 4 }),
      ...wrapText(checks, { width, indent: 4, paint: paint.strong }),
      ...wrapText(first.remedy, { width, indent: 4, lead: '→ ', paint: paint.quiet }),
    ];
  });
  return ['', paint.strong('UNKNOWN'), ...lines];
}

function nameOf({ check, subject }: Finding): string {
  const short = shortSubject(subject);
  return short === 'account' ? check : `${check} (${short})`;
}
