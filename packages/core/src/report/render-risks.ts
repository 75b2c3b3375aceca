import type { Witness } from '@rolecall/policy';
import type { Risk } from '../review/find-risks.ts';
import { contextEntries, describeCaller } from './describe-caller.ts';
import type { Layout, Paint } from './paint.ts';
import { shortSubject } from './short-subject.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** What becomes possible, the most dangerous first, each with a request that shows it. */
export function renderRisks(risks: readonly Risk[], layout: Layout): readonly string[] {
  if (risks.length === 0) return [];
  const { paint } = layout;
  return [
    paint.strong('What becomes possible'),
    ...risks.flatMap((risk) => renderRisk(risk, layout)),
  ];
}

function renderRisk({ severity, arn, text, witness }: Risk, { width, paint }: Layout) {
  const subject = visibleText(shortSubject(arn));
  return [
    ...wrapText(`${severity} ${subject}: ${text}`, {
      width,
      lead: '! ',
      hanging: 2,
      paint: paintOf(severity, paint),
    }),
    ...(witness === undefined
      ? []
      : wrapText(`For example ${requestText(witness.request)}`, {
          width,
          indent: 4,
          paint: paint.quiet,
        })),
  ];
}

function paintOf(severity: Risk['severity'], paint: Paint): (text: string) => string {
  return severity === 'critical' || severity === 'high' ? paint.bad : paint.doubtful;
}

/** `s3:GetObject on arn:aws:s3:::a/b with aws:SourceIp = 10.0.0.1`. */
function requestText({ principal, action, resource, context = {} }: Witness['request']): string {
  const who = principal === undefined ? '' : `${describeCaller(principal)} calls `;
  const where = resource === '*' ? '' : ` on ${resource}`;
  const keys = contextEntries(context).map(
    ([key, values]) => `${key} = ${values.join(', ') || '(no value)'}`,
  );
  return `${who}${action}${where}${keys.length > 0 ? ` with ${keys.join(', ')}` : ''}`;
}
