/** As much of a digest as people compare. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}
