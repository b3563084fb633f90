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
    runs: [{ scenario: 'key-rotation', outcome: 'algorithm-changed', says: 'is not accepted; this API accepts RS256' }],
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
    runs: [{ scenario: 'key-rotation', outcome: 'keys-in-memory', says: 'the issuer publishes no key for kid' }],
    evidence: [],
  },
  {
    id: 'key-removed-too-early',
    title: 'The issuer removed a key while tokens that it had signed were still in use',
    codes: [],
    messages: ['unable to match key', 'unable to match keys', 'key was removed from the jwks'],
    tellApart:
      'New tokens work, older ones that have not expired fail, some minutes after a rotation. The kid of the refused token is not in the key set any more.',
    fix: 'Keep the old key published until the last token that it has signed has expired (OpenID Connect Core §10.1.1).',
    runs: [{ scenario: 'key-rotation', outcome: 'removed-too-early', says: 'the issuer publishes no key for kid' }],
    evidence: [],
  },
  {
    id: 'key-set-fetched-too-often',
    title: 'The verifier fetches the key set for every unknown kid, and anybody can invent one',
    codes: [],
    messages: ['too many requests to the jwks endpoint', 'jwksratelimiterror'],
    tellApart:
      'A 429 comes from the issuer, whose log has a request for each refused token. JwksRateLimitError (jwks-rsa) is the verifier’s own limit: unknown kids have used it up, or the client is made anew for each request.',
    fix: 'Make one client for all requests, with its cache on. Leave a pause after a fetch for an unknown kid, and never let it stand in the way of keys that are in the copy.',
    runs: [{ scenario: 'key-rotation', outcome: 'storm', says: 'the issuer publishes no key for kid' }],
    evidence: ['jwt/ruby-jwt#499', 'spring-attic/spring-security-oauth#1793', 'Michad/tilegroxy#883'],
  },
]
