/** Bytes of a file that is read; ten times what any manifest or template needs. */
export const largestFile = 10_000_000;
