/** Spring Security’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'spring-es256-stack',
    input: `com.nimbusds.jose.proc.BadJOSEException: Signed JWT rejected: Another algorithm expected, or no matching key(s) found
	at com.nimbusds.jwt.proc.DefaultJWTProcessor.process(DefaultJWTProcessor.java:357) ~[nimbus-jose-jwt-9.37.3.jar!/:9.37.3]
	at org.springframework.security.oauth2.jwt.NimbusJwtDecoder.createJwt(NimbusJwtDecoder.java:158) ~[spring-security-oauth2-jose-6.2.5.jar!/:6.2.5]
	at org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider.getJwt(JwtAuthenticationProvider.java:99)`,
    cause: 'algorithm-differs',
    source: 'https://github.com/camunda/camunda/issues/23727',
  },
  {
    id: 'spring-es384-challenge',
    input:
      'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Signed JWT rejected: Another algorithm expected, or no matching key(s) found", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
    cause: 'algorithm-differs',
    source: 'https://github.com/logto-io/logto/issues/4910',
  },
  {
    id: 'spring-request-not-found',
    input: `Your login attempt was not successful, try again.

Reason: [authorization_request_not_found]
Login with OAuth 2.0
Login Client`,
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/spring-tips/spring-security-5-oauth-client/issues/5',
  },
  {
    id: 'spring-iss-log',
    input: `2023-05-23 13:00:24.776 DEBUG [gateway,,] 1 --- [or-http-epoll-1] o.s.s.oauth2.jwt.JwtClaimValidator       : The iss claim is not valid
2023-05-23 13:00:24.782 DEBUG [gateway,,] 1 --- [or-http-epoll-1] o.s.s.w.s.a.AuthenticationWebFilter      : Authentication failed: The iss claim is not valid`,
    cause: 'issuer-differs',
    source: 'https://github.com/SaiUpadhyayula/spring-boot-microservices/issues/11',
  },
  {
    id: 'spring-configuration-unresolved',
    input: `Caused by: java.lang.IllegalArgumentException: Unable to resolve the Configuration with the provided Issuer of "http://10.20.0.4:8080/realms/shop"
        at org.springframework.security.oauth2.jwt.JwtDecoderProviderConfigurationUtils.getConfiguration(JwtDecoderProviderConfigurationUtils.java:166) ~[spring-security-oauth2-jose-6.0.0.jar:6.0.0]
        at org.springframework.security.oauth2.jwt.JwtDecoderProviderConfigurationUtils.getConfigurationForIssuerLocation(JwtDecoderProviderConfigurationUtils.java:79)`,
    cause: 'issuer-unreachable',
    source: 'https://github.com/ch4mpy/spring-addons/issues/82',
  },
  {
    id: 'spring-realm-not-there',
    input: 'Unable to resolve Configuration with the provided Issuer of "http://localhost:8080/auth/realms/demo"',
    cause: 'issuer-unreachable',
    source: 'https://github.com/amrutprabhu/keycloak-spring-cloud-gateway-and-resource-server/issues/5',
  },
  {
    id: 'spring-oauth-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/mitreid-connect/OpenID-Connect-Java-Spring-Server/issues/1256',
    input: `Error invalid_grant
There was an error processing your request.

Invalid redirect: http://localhost:8080/shop/openid_connect_login does not match one of the registered values: [http://localhost/, http://localhost:8080/]`,
  },
] satisfies readonly DiagnosisCase[]
