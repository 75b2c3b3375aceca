import type { GuardrailRefusal } from '../guardrails/refusal.ts';
import { count } from './count.ts';
import type { Layout } from './paint.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** What the guardrails refuse, resource by resource, for the lines below a plan. */
export function renderGuardrails(
  refusals: readonly GuardrailRefusal[],
  { file, layout }: { readonly file: string; readonly layout: Layout },
): readonly string[] {
  const { width, paint } = layout;
  if (refusals.length === 0) return wrapText(`Within the guardrails of ${file}.`, { width });
  return [
    ...refusals.flatMap((refusal) => [...renderRefusal(refusal, layout), '']),
    ...wrapText(`Guardrails (${file}): ${count(refusals.length, 'refusal')}`, {
      width,
      paint: paint.bad,
    }),
  ];
}

function renderRefusal(
  { rule, address, position, message, hint }: GuardrailRefusal,
  { width, paint }: Layout,
): readonly string[] {
  const place = position === undefined ? '' : `  ${position.file}:${position.line}`;
  const subject = visibleText(address ?? 'the plan');
  return [
    `${paint.bad('✗')} ${paint.strong(subject)}  (refused: ${rule})${paint.quiet(visibleText(place))}`,
    ...wrapText(message, { width, indent: 4 }),
    ...wrapText(hint, { width, indent: 4, lead: '→ ', paint: paint.quiet }),
  ];
}
