import { excerptFrom } from '../errors/excerpt.ts';
import { renderError } from '../errors/render-error.ts';
import type { Presenter } from '../output/presenter.ts';

/** What a command says of one of several accounts, kept until it is that account's turn. */
export interface Section {
  readonly presenter: Presenter;
  readonly lines: readonly string[];
  /** With --json. */
  readonly json: () => unknown;
}

export function createSection(
  presenter: Presenter,
  { name, cwd }: { readonly name: string; readonly cwd: string },
): Section {
  const lines: string[] = [];
  const kept: { value: unknown } = { value: undefined };
  return {
    lines,
    json: () => kept.value,
    presenter: {
      ...presenter,
      say: (more) => {
        lines.push(...more);
      },
      value: (value) => {
        kept.value = value;
      },
      note: (text) => presenter.note(`${name}: ${text}`),
      fail: (error) => {
        lines.push(...renderError(error, { layout: presenter.layout, excerpt: excerptFrom(cwd) }));
      },
      close: () => Promise.resolve(),
    },
  };
}
