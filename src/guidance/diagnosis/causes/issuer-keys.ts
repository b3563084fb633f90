/** Which keys sign and protect: algorithms, keys that were lost, keys that instances do not share. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const issuerKeyCauses: readonly Cause[] = [
  {
    id: 'algorithm-differs',
    title: 'The token is signed with another algorithm than the verifier allows',
    codes: [],
    messages: [
      'another algorithm expected',
      'unexpected signature algorithm',
      'signed with unsupported algorithm',
      'invalid algorithm',
      'alg not allowed',
      'algorithm not allowed',
      'specified alg value is not allowed',
      'unexpected jwt alg received',
      'id token signed with unsupported algorithm',
    ],
    tellApart:
      'Compare alg in the token’s header with what the verifier was built for; many accept RS256 alone unless told. With the right alg and an unknown kid, the key set is stale.',
    fix: 'Tell the verifier the algorithm of the issuer (id_token_signed_response_alg, or a list of allowed algorithms), or register the client for one that both know. Never let the token choose.',
    runs: [],
    evidence: [],
  },
  {
    id: 'keys-lost-at-restart',
    title: 'The issuer lost its signing keys when it restarted, so what it signed before no longer verifies',
    codes: [],
    messages: ['failed to verify id token signature', 'failed to verify signature'],
    tellApart:
      'Everybody is signed out at once, at the time of a restart or a deployment of the issuer; new sign-ins work.',
    fix: 'Keep the keys in storage that survives a restart and is shared by all replicas. People sign in again once.',
    runs: [],
    evidence: [],
  },
  {
    id: 'instances-share-no-key',
    title: 'Several instances, or a redeployed one, do not share the key that protects the sign-in’s cookies',
    codes: [],
    messages: [
      'correlation failed',
      'unable to unprotect the message.state',
      'the key was not found in the key ring',
      'unprotect ticket failed',
      'could not decrypt session',
      'securecookie: the value is not valid',
    ],
    tellApart:
      'It fails when the callback reaches another instance than the sign-in began at, or after a deployment; with one instance it works.',
    fix: 'Give all instances the same key: a shared data-protection key ring, the same cookie or session secret; or a shared session store.',
    runs: [],
    evidence: [],
  },
]
