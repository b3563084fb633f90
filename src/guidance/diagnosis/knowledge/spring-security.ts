/** What is known of Spring Security’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const springSecurityErrors: readonly KnownError[] = [
  {
    vendor: 'Spring Security',
    code: 'authorization_request_not_found',
    cause: 'state-cookie-not-sent',
    says: 'The callback came without the session that remembers the authorization request.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/web/OAuth2LoginAuthenticationFilter.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    code: 'invalid_state_parameter',
    cause: 'state-forged',
    says: 'The state of the answer is not that of the stored authorization request.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/authentication/OAuth2AuthorizationCodeAuthenticationProvider.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Invalid nonce',
    cause: 'nonce-differs',
    says: 'The nonce in the ID token is not that of this sign-in.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The ID Token contains invalid claims: {iss={found}}',
    cause: 'issuer-differs',
    says: 'The ID token’s iss is not the configured issuer.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The ID Token contains invalid claims: {aud={found}}',
    cause: 'token-for-another-audience',
    says: 'The ID token’s aud does not have the client’s id.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The ID Token contains invalid claims: {exp={found}}',
    cause: 'id-token-expired',
    says: 'The ID token was over when it was checked; sixty seconds of leeway are the default.',
    where: 'OidcIdTokenValidator.setClockSkew',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The ID Token contains invalid claims: {iat={found}}',
    cause: 'clocks-differ',
    says: 'The ID token’s iat lies more than the leeway ahead of the client’s clock.',
    where: 'OidcIdTokenValidator.setClockSkew',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Missing (required) ID Token in Token Response for Client Registration: {registration}',
    cause: 'id-token-not-asked-for',
    says: 'The token response of an OpenID Connect registration has no ID token.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcAuthorizationCodeAuthenticationProvider.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message:
      'Failed to find a Signature Verifier for Client Registration: {registration}. Check to ensure you have configured the JwkSet URI.',
    cause: 'issuer-unreachable',
    says: 'The registration has no JWK set URI to verify the ID token with.',
    where: 'spring.security.oauth2.client.provider: issuer-uri or jwk-set-uri',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenDecoderFactory.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Check to ensure you have configured a valid JWS Algorithm: {algorithm}',
    cause: 'algorithm-differs',
    says: 'The registration has no usable JWS algorithm for the ID token.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/authentication/OidcIdTokenDecoderFactory.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Empty OAuth 2.0 Access Token Response',
    cause: 'token-answer-unusable',
    says: 'The token endpoint answered with nothing.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/endpoint/AbstractRestClientOAuth2AccessTokenResponseClient.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    code: 'invalid_user_info_response',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The userinfo endpoint gave an error, or an answer that cannot be read.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/oidc/userinfo/OidcReactiveOAuth2UserService.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    code: 'missing_user_name_attribute',
    cause: 'claim-missing',
    says: 'The provider is registered without the name of the attribute that names the person.',
    where: 'spring.security.oauth2.client.provider: user-name-attribute',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/userinfo/DefaultOAuth2UserService.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    code: 'missing_user_info_uri',
    cause: 'issuer-unreachable',
    says: 'The provider is registered without a userinfo endpoint.',
    where: 'spring.security.oauth2.client.provider: user-info-uri',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client/userinfo/DefaultOAuth2UserService.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The Issuer {found} provided in the configuration did not match the requested issuer {expected}',
    cause: 'issuer-differs',
    says: 'The discovery document names another issuer than the one that was configured.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtDecoderProviderConfigurationUtils.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Unable to resolve the Configuration with the provided Issuer of {issuer}',
    cause: 'issuer-unreachable',
    says: 'The issuer’s discovery document could not be read when the application started.',
    where: 'issuer-uri, as the container or host reaches it',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtDecoderProviderConfigurationUtils.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Unable to resolve Configuration with the provided Issuer of {issuer}',
    cause: 'issuer-unreachable',
    says: 'The issuer’s discovery document could not be read when the application started.',
    source: 'https://github.com/amrutprabhu/keycloak-spring-cloud-gateway-and-resource-server/issues/5',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Failed to lazily resolve the supplied JwtDecoder instance',
    isGeneral: true,
    cause: 'issuer-unreachable',
    says: 'The decoder, made at the first call, could not read the issuer’s configuration.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/SupplierJwtDecoder.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The iss claim is not valid',
    cause: 'issuer-differs',
    says: 'The access token’s iss is not the resource server’s issuer-uri.',
    where: 'spring.security.oauth2.resourceserver.jwt.issuer-uri',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtClaimValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The aud claim is not valid',
    cause: 'token-for-another-audience',
    says: 'The access token’s aud is not what the resource server accepts.',
    where: 'spring.security.oauth2.resourceserver.jwt.audiences',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtClaimValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Jwt expired at {time}',
    cause: 'access-token-expired',
    says: 'exp of the access token is over.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtTimestampValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Jwt used before {time}',
    cause: 'clocks-differ',
    says: 'nbf of the token lies ahead of the resource server’s clock.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtTimestampValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'the given typ value needs to be one of {types}',
    cause: 'token-for-another-audience',
    says: 'The token’s typ is not one that this decoder accepts.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/JwtTypeValidator.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'An error occurred while attempting to decode the Jwt: Malformed token',
    cause: 'token-is-opaque',
    says: 'The bearer token has no form that the decoder can parse.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/NimbusJwtDecoder.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Bearer token is malformed',
    cause: 'token-is-opaque',
    says: 'The Authorization header holds characters that a bearer token cannot have.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/web/DefaultBearerTokenResolver.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Unsupported algorithm of none',
    cause: 'algorithm-none',
    says: 'The token is not signed.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-jose/src/main/java/org/springframework/security/oauth2/jwt/NimbusJwtDecoder.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: "Provided token isn't active",
    cause: 'access-token-revoked',
    says: 'Introspection says that the token is not active.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/introspection/RestClientOpaqueTokenIntrospector.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Introspection endpoint responded with {status}',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The introspection endpoint refused the resource server, or is another address.',
    where: 'spring.security.oauth2.resourceserver.opaquetoken: introspection-uri, client-id, client-secret',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/introspection/RestClientOpaqueTokenIntrospector.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The request requires higher privileges than provided by the access token.',
    cause: 'scope-missing',
    says: 'The token is good, and its authorities do not cover this call.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/web/access/BearerTokenAccessDeniedHandler.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'Found multiple bearer tokens in the request',
    cause: 'token-not-sent',
    says: 'More than one bearer token came with the request.',
    source:
      'https://github.com/spring-projects/spring-security/blob/d449950b36fe9387c9991130ca8e7701c902192a/oauth2/oauth2-resource-server/src/main/java/org/springframework/security/oauth2/server/resource/web/DefaultBearerTokenResolver.java',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security',
    message: 'The required audience is missing',
    cause: 'token-for-another-audience',
    says: 'The token’s aud does not name this API; the words are those of the validators that many apps copied.',
    source: 'https://github.com/pivotal-cf/identity-sample-apps/issues/337',
    read: '2026-11-28',
  },
  {
    vendor: 'Spring Security OAuth',
    message: 'Invalid redirect: {found} does not match one of the registered values',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not one of the client’s.',
    source: 'https://github.com/mitreid-connect/OpenID-Connect-Java-Spring-Server/issues/1256',
    read: '2026-11-28',
  },
]
