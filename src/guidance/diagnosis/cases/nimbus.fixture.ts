/** Nimbus’ reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'nimbus-expired',
    input: `com.nimbusds.jwt.proc.BadJWTException: Expired JWT
	at com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier.<clinit>(DefaultJWTClaimsVerifier.java:62) ~[nimbus-jose-jwt-7.9.jar:7.9]
	at com.nimbusds.jwt.proc.DefaultJWTProcessor.<init>(DefaultJWTProcessor.java:146) ~[nimbus-jose-jwt-7.9.jar:7.9]
	at com.microsoft.azure.spring.autoconfigure.aad.UserPrincipalManager.getAadJwtTokenValidator(UserPrincipalManager.java:159)`,
    cause: 'access-token-expired',
    source: 'https://github.com/Azure/azure-sdk-for-java/issues/15103',
  },
  {
    id: 'nimbus-metadata-issuer',
    input:
      "com.nimbusds.oauth2.sdk.GeneralException: The returned issuer doesn't match the expected: https://sso.example",
    cause: 'issuer-differs',
    source: 'https://github.com/sonar-auth-oidc/sonar-auth-oidc/issues/63',
  },
  {
    id: 'nimbus-es384',
    cause: 'algorithm-differs',
    source: 'https://github.com/logto-io/logto/issues/4910',
    input:
      'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Signed JWT rejected: Another algorithm expected, or no matching key(s) found", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
  },
  {
    id: 'nimbus-es256',
    cause: 'algorithm-differs',
    source: 'https://github.com/camunda/camunda/issues/23727',
    input: `com.nimbusds.jose.proc.BadJOSEException: Signed JWT rejected: Another algorithm expected, or no matching key(s) found
	at com.nimbusds.jwt.proc.DefaultJWTProcessor.process(DefaultJWTProcessor.java:357) ~[nimbus-jose-jwt-9.37.3.jar!/:9.37.3]
	at org.springframework.security.oauth2.jwt.NimbusJwtDecoder.createJwt(NimbusJwtDecoder.java:158) ~[spring-security-oauth2-jose-6.2.5.jar!/:6.2.5]`,
  },
  {
    id: 'nimbus-key-without-algorithm',
    cause: 'algorithm-differs',
    source: 'https://learn.liferay.com/l/33623469',
    input: 'Unable to validate tokens: Signed JWT rejected: Another algorithm expected, or no matching key(s) found',
  },
  {
    id: 'nimbus-keys-time-out',
    cause: 'issuer-unreachable',
    source: 'https://github.com/microsoft/azure-spring-boot/issues/661',
    input: `com.nimbusds.jose.RemoteKeySourceException: Couldn't retrieve remote JWK set: Read timed out
	at com.nimbusds.jose.jwk.source.RemoteJWKSet.updateJWKSetFromURL(RemoteJWKSet.java:167) ~[nimbus-jose-jwt-7.9.jar:7.9]
	at com.nimbusds.jose.jwk.source.RemoteJWKSet.get(RemoteJWKSet.java:258) ~[nimbus-jose-jwt-7.9.jar:7.9]`,
  },
  {
    id: 'nimbus-keys-time-out-first-time',
    cause: 'issuer-unreachable',
    source: 'https://github.com/rrohitramsen/aws_jwt_cognito/issues/1',
    input: "com.nimbusds.jose.RemoteKeySourceException: Couldn't retrieve remote JWK set: Read timed out",
  },
] satisfies readonly DiagnosisCase[]
