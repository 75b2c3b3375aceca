import { type ProblemCode, problemCodes } from './problem-codes.ts';
import { problemRemedies } from './problem-remedies.ts';

/** Path of the page about a problem; `type` of the problem, which clients resolve as a link. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

/** What went wrong and what to do about it; undefined where there is no such problem. */
export function problemPage(code: string): string | undefined {
  if (!isProblemCode(code)) return undefined;
  const { status, title } = problemCodes[code];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${code}</title>
  </head>
  <body>
    <h1>${code}</h1>
    <p>${title}</p>
    <p>${problemRemedies[code].replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>
    <p>Status ${status}. <a href="/docs">Reference</a></p>
  </body>
</html>
`;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
