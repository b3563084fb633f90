/** Argo CD, whose sign-in goes through Dex. */
import type { KnownError } from './known-error.ts'

export const argoCd: readonly KnownError[] = [
  {
    vendor: 'Argo CD',
    message: 'failed to verify signature: failed to verify id token signature',
    cause: 'keys-lost-at-restart',
    says: 'Dex, which comes with it, keeps its signing keys in memory: after its restart no session of before verifies.',
    source: 'https://github.com/argoproj/argo-cd/issues/28623',
    read: '2026-11-28',
  },
]
