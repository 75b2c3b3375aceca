import type { Generator } from './generator.ts';

/** Every generated file of the repository. One function per file beside this list. */
export const generators: readonly Generator[] = [];
