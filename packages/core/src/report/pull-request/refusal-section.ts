import type { GuardrailRefusal } from '../../guardrails/refusal.ts';
import { count } from '../count.ts';
import { code, hardBreak, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import { place, type ReportContext } from './report-context.ts';
import { requestWords } from './request-words.ts';
import type { Section } from './section.ts';

/** What the guardrails refuse: never left out, only said in fewer words. */
export function refusalSection(context: ReportContext): readonly Section[] {
  const { refusals } = context.report;
  if (refusals.length === 0) return [];
  const title = '### What the guardrails refuse';
  const text = joinBlocks([title, ...refusals.map((refusal) => longForm(refusal, context))]);
  const briefly = (most: number) => {
    const rest = refusals.length - most;
    const lines = refusals.slice(0, most).map((refusal) => `- ${headOf(refusal, context)}`);
    return joinBlocks([
      title,
      [...lines, ...(rest > 0 ? [`- and ${count(rest, 'more refusal')}`] : [])].join('\n'),
    ]);
  };
  const lost = 'refusals';
  return [
    {
      text,
      shorter: [
        { loses: 'refusals', lost, text: briefly(refusals.length) },
        { loses: 'refusals', lost, text: briefly(10) },
      ],
    },
  ];
}

function headOf(
  { rule, resource, position, undecided }: GuardrailRefusal,
  context: ReportContext,
): string {
  const where = place(position, context);
  const open = undecided === true ? ', not decided' : '';
  return `${resource === undefined ? 'The plan' : code(resource, 120)} against ${code(rule, 120)}${open}${where === '' ? '' : ` (${where})`}`;
}

function longForm(refusal: GuardrailRefusal, context: ReportContext): string {
  const { message, hint, witness } = refusal;
  return [
    `- **${headOf(refusal, context)}**`,
    `  ${prose(message)}`,
    ...(witness === undefined || message.includes(witness.request.action)
      ? []
      : [`  For example ${requestWords(witness.request, 5)}`]),
    `  → ${prose(hint)}`,
  ].join(hardBreak);
}
