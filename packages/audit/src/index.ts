export type { AuditEvent } from './audit-event.ts';
export { type AuditHead, genesis } from './audit-head.ts';
export { type BrokenChain, type ChainFault, followChain, isBroken } from './follow-chain.ts';
export { hashEvent } from './hash-event.ts';
export { readHeads } from './read-heads.ts';
export { readPublicKeys } from './read-public-keys.ts';
export { type SignedHead, signHead, verifyHead } from './sign-head.ts';
export { splitLines } from './split-lines.ts';
export {
  type BrokenExport,
  type ExportFault,
  type ExportVerdict,
  verifyExport,
} from './verify-export.ts';
