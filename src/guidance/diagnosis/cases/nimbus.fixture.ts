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
] satisfies readonly DiagnosisCase[]
