/** Source text whose comments and literals are blanked, and the strings that stood there, by offset. */
export type BlankedSource = {
  /** As long as the source; string contents and comments are spaces, quotes stay. */
  code: string;
  /** The content of each plain string, by the offset of its opening quote. */
  strings: ReadonlyMap<number, string>;
};

/**
 * Blanks comments, strings, template text and regular expressions, so that a regular expression
 * over the result sees only code. Code inside `${…}` stays. TypeScript 7 offers no parser to
 * scripts; this scanner knows just enough of the grammar to tell code from text.
 */
export function blankLiterals(source: string): BlankedSource {
  const strings = new Map<number, string>();
  const code: string[] = [];
  const templates: number[] = [];
  let depth = 0;
  let at = 0;

  const keep = (length: number) => {
    code.push(source.slice(at, at + length));
    at += length;
  };
  const blank = (end: number) => {
    code.push(source.slice(at, end).replace(/[^\n]/g, ' '));
    at = end;
  };
  const enterTemplateText = () => {
    const end = endOfTemplateText(source, at);
    blank(end);
    if (source[end] === '`') return keep(1);
    templates.push(depth);
    keep(2);
  };

  while (at < source.length) {
    const char = source[at];
    if (source.startsWith('//', at)) blank(indexOr(source, '\n', at));
    else if (source.startsWith('/*', at)) blank(indexOr(source, '*/', at + 2) + 2);
    else if (char === "'" || char === '"') {
      const end = endOfString(source, at + 1);
      strings.set(at, source.slice(at + 1, end));
      keep(1);
      blank(end);
      keep(1);
    } else if (char === '`') {
      keep(1);
      enterTemplateText();
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      keep(1);
      enterTemplateText();
    } else if (char === '/' && startsRegExp(code.join(''))) {
      keep(1);
      blank(endOfRegExp(source, at));
      keep(1);
    } else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      keep(1);
    }
  }
  return { code: code.join(''), strings };
}

function indexOr(source: string, needle: string, from: number): number {
  const found = source.indexOf(needle, from);
  return found === -1 ? source.length : found;
}

function endOfString(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== source[from - 1]) at += source[at] === '\\' ? 2 : 1;
  return at;
}

function endOfTemplateText(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '`' && !source.startsWith('${', at)) {
    at += source[at] === '\\' ? 2 : 1;
  }
  return at;
}

function endOfRegExp(source: string, from: number): number {
  let at = from;
  let inClass = false;
  while (at < source.length && source[at] !== '\n' && (inClass || source[at] !== '/')) {
    if (source[at] === '[') inClass = true;
    if (source[at] === ']') inClass = false;
    at += source[at] === '\\' ? 2 : 1;
  }
  return at;
}

/** A slash divides after a value and starts a regular expression after anything else. */
function startsRegExp(before: string): boolean {
  const code = before.slice(-40).trimEnd();
  if (
    /(?:^|[^.\w$])(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield)$/.test(code)
  ) {
    return true;
  }
  return code === '' || /[^\w$)\]}'"`]$/.test(code);
}
