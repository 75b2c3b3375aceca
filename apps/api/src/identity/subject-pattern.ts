/** A pattern as an expression: `*` is any run of characters but `:`, and `**` any run. */
export function subjectPattern(text: string): RegExp {
  const source = text
    .split(/(\*+)/)
    .map((piece) => {
      if (!piece.startsWith('*')) return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return piece === '*' ? '[^:]*' : '.*';
    })
    .join('');
  return new RegExp(`^${source}$`, 's');
}
