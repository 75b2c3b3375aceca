import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import {
  renderComment,
  renderSummary,
} from '../packages/core/src/report/pull-request/render-comment.ts';

import {
  options,
  scenarios,
} from '../packages/core/src/report/pull-request/testing/scenarios.fixture.ts';

/**
 * Writes the comment of every scenario as GitHub would show it, in light and in dark:
 * `node scripts/preview-comment.ts <folder>`.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder to write into.');
await mkdir(folder, { recursive: true });

const require = createRequire(import.meta.url);
const styles = dirname(require.resolve('github-markdown-css'));
const themes = ['light', 'dark'] as const;

const alertMarks = { NOTE: 'ℹ️', TIP: '💡', IMPORTANT: '❗', WARNING: '⚠', CAUTION: '⛔' };

/** `marked` does not know GitHub's alerts. */
function withAlerts(html: string): string {
  return html.replace(
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\s*([\s\S]*?)<\/blockquote>/g,
    (_, kind: keyof typeof alertMarks, rest: string) =>
      `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${alertMarks[kind]} ${kind.charAt(0)}${kind.slice(1).toLowerCase()}</p><p>${rest}</div>`,
  );
}

/** Lines of a diff in the colours that GitHub gives them. */
function withColours(html: string): string {
  return html.replace(
    /<code class="language-diff">([\s\S]*?)<\/code>/g,
    (_, text: string) =>
      `<code>${text
        .split('\n')
        .map((line) => {
          const kind = line.startsWith('+')
            ? 'added'
            : line.startsWith('-')
              ? 'removed'
              : undefined;
          return kind === undefined ? line : `<span class="${kind}">${line}</span>`;
        })
        .join('\n')}</code>`,
  );
}

function page(
  html: string,
  { theme, css }: { readonly theme: string; readonly css: string },
): string {
  const dark = theme === 'dark';
  const [added, removed] = dark ? ['#033a16', '#67060c'] : ['#dafbe1', '#ffebe9'];
  return `<!doctype html><meta charset="utf-8"><title>Preview</title><style>${css}
body { margin: 0; background: ${dark ? '#0d1117' : '#ffffff'}; }
.markdown-body { box-sizing: border-box; width: 860px; margin: 16px auto; padding: 16px; border: 1px solid ${dark ? '#30363d' : '#d0d7de'}; border-radius: 6px; font-size: 14px; }
.added { background: ${added}; } .removed { background: ${removed}; }
</style><article class="markdown-body">${html}</article>`;
}

for (const [name, prepare] of Object.entries(scenarios)) {
  const report = await prepare();
  const { markdown } = renderComment(report, options);
  await writeFile(join(folder, `${name}.md`), markdown);
  await writeFile(join(folder, `${name}.summary.md`), renderSummary(report, options).markdown);
  const html = withColours(withAlerts(await marked(markdown, { gfm: true, breaks: true })));
  for (const theme of themes) {
    const css = await readFile(join(styles, `github-markdown-${theme}.css`), 'utf8');
    await writeFile(join(folder, `${name}.${theme}.html`), page(html, { theme, css }));
    const open = html.replaceAll('<details>', '<details open>');
    await writeFile(join(folder, `${name}.open.${theme}.html`), page(open, { theme, css }));
  }
}
