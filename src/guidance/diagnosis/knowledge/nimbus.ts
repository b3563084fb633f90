/** What is known of Nimbus JOSE + JWT’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const nimbusErrors: readonly KnownError[] = [
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Signed JWT rejected: Another algorithm expected, or no matching key(s) found',
    cause: 'algorithm-differs',
    says: 'No key of the set fits alg and kid of the token; most often the decoder was built for RS256 alone.',
    where: 'Spring: the algorithm of the issuer in NimbusJwtDecoder (jwsAlgorithm)',
    source: 'https://github.com/logto-io/logto/issues/4910',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Expired JWT',
    cause: 'access-token-expired',
    says: 'exp is over, with the leeway counted.',
    source: 'https://github.com/Azure/azure-sdk-for-java/issues/15103',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'JWT issue time ahead of current time',
    cause: 'clocks-differ',
    says: 'iat lies ahead of the verifier’s clock by more than the leeway.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Unexpected JWT issuer: {found}',
    cause: 'issuer-differs',
    says: 'iss of the ID token is not the expected issuer.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Unexpected JWT audience: {found}',
    cause: 'token-for-another-audience',
    says: 'aud of the ID token does not have the client’s id.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Unexpected JWT authorized party (azp) claim: {found}',
    cause: 'token-for-another-audience',
    says: 'azp of the ID token names another client.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Unexpected JWT nonce (nonce) claim: {found}',
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not that of the request.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT nonce (nonce) claim',
    cause: 'nonce-differs',
    says: 'The request had a nonce, and the ID token has none.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT expiration (exp) claim',
    cause: 'claim-missing',
    says: 'The ID token has no exp.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT issue time (iat) claim',
    cause: 'claim-missing',
    says: 'The ID token has no iat.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT issuer (iss) claim',
    cause: 'claim-missing',
    says: 'The ID token has no iss.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT subject (sub) claim',
    cause: 'claim-missing',
    says: 'The ID token has no sub.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: 'Missing JWT audience (aud) claim',
    cause: 'claim-missing',
    says: 'The ID token has no aud.',
    source:
      'https://github.com/hidglobal/oauth-2.0-sdk-with-openid-connect-extensions/blob/3fdde277c3cc3a89d3da9ee15fd541a211e126f2/src/main/java/com/nimbusds/openid/connect/sdk/validators/IDTokenClaimsVerifier.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: "The returned issuer doesn't match the expected: {expected}",
    cause: 'issuer-differs',
    says: 'The discovery document names another issuer than the one it was read from.',
    source: 'https://github.com/sonar-auth-oidc/sonar-auth-oidc/issues/63',
    read: '2026-11-28',
  },
  {
    vendor: 'Nimbus JOSE + JWT',
    message: "Couldn't retrieve remote JWK set: {reason}",
    cause: 'issuer-unreachable',
    says: 'The key set could not be fetched.',
    source: 'https://github.com/microsoft/azure-spring-boot/issues/661',
    read: '2026-11-28',
  },
]
