import type { CheckMetadata } from '../../../checks/check.ts';
import { htmlText, webAddress } from './html-text.ts';

export interface CheckGroupInput {
  readonly id: string;
  readonly check: CheckMetadata | undefined;
  /** Numbers in the profile. */
  readonly controls: readonly string[];
  /** Findings, each an `<li>`. */
  readonly entries: readonly string[];
}

/** A check with what it found; why it matters stands once, above its findings. */
export function checkGroup({ id, check, controls, entries }: CheckGroupInput): string {
  const name = htmlText(id);
  const address = check && webAddress(check.documentation);
  const tags = [
    `<code>${name}</code>`,
    ...controls.map((control) => `<span>${htmlText(control)}</span>`),
    ...(address === undefined
      ? []
      : [
          `<a href="${address}" rel="noreferrer" target="_blank">Documentation<span class="hidden-text"> of ${name}, in a new tab</span></a>`,
        ]),
  ];
  return `<section class="group card" aria-labelledby="check-${name}"><div class="group-head"><h4 id="check-${name}">${htmlText(check?.title ?? id)}</h4><div class="tags">${tags.join('')}</div>${
    check ? `<p>${htmlText(check.rationale)}</p>` : ''
  }</div><ul>${entries.join('\n')}</ul></section>`;
}
