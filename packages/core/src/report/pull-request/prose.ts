import { code, shorten } from './markdown.ts';

/**
 * A sentence of ours with names from outside in it. Words stay words; whatever else there is, and
 * what stands in quotation marks, becomes a code span, where nothing can come of it.
 */
export function prose(text: string, max = 600): string {
  let markdown = '';
  for (const [token] of shorten(text, max).matchAll(/\s+|"[^"]*"|[^\s"]+|"/g)) {
    const next = tokenMarkdown(token);
    // Two code spans side by side would be read as one, or as none.
    const gap = markdown.endsWith('`') && next.startsWith('`') ? ' ' : '';
    markdown += gap + next;
  }
  return markdown.trim();
}

function tokenMarkdown(token: string): string {
  if (/^\s+$/.test(token)) return ' ';
  if (token === '"') return '”';
  if (/^".*"$/s.test(token)) return token === '""' ? '(empty)' : code(token.slice(1, -1));
  const [, open = '', core = '', close = ''] = /^(\(?)(.*?)([.,;:!?)]*)$/s.exec(token) ?? [];
  if (core === '' || isWord(core)) return token;
  return `${open}${code(core)}${close}`;
}

const word = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}\p{M}'’–—-]+$/u;
const signs: ReadonlySet<string> = new Set(['–', '—', '→', '…', 'e.g', 'i.e', '=']);

/** Not: what GitHub takes for a commit (`a1b2c3d`) or for a reference (`GH-12`). */
function isWord(text: string): boolean {
  if (signs.has(text) || /^\d+(?:[.,]\d+)*$/.test(text)) return text.length < 7 || text === '…';
  return word.test(text) && !/^[0-9a-f]{7,}$/i.test(text) && !/-\d/.test(text);
}
