/** The values that specifications list for parameters, members and claims: a value that is not here was made up by somebody else. */
import { ERROR_CODES } from './error-codes.ts'

const RESPONSE_TYPES = 'code token id_token none'
/** OAuth 2.0 Multiple Response Types and Form Post; JARM; the draft of a web message mode. */
const RESPONSE_MODES = 'query fragment form_post jwt query.jwt fragment.jwt form_post.jwt web_message'
const GRANTS =
  'authorization_code refresh_token client_credentials password implicit urn:ietf:params:oauth:grant-type:device_code urn:ietf:params:oauth:grant-type:jwt-bearer urn:ietf:params:oauth:grant-type:saml2-bearer urn:ietf:params:oauth:grant-type:token-exchange urn:openid:params:grant-type:ciba'
const SCOPES = 'openid profile email address phone offline_access'
const PROMPTS = 'none login consent select_account create'
const DISPLAYS = 'page popup touch wap'
const METHODS_OF_PKCE = 'S256 plain'
/** OpenID Connect Core, and the phishing-resistant ones of OpenID Connect Extended Authentication Profile. */
const ACRS = '0 phr phrh'
/** RFC 8176; pop was registered by OpenID Connect Extended Authentication Profile. */
const AMRS = 'face fpt geo hwk iris kba mca mfa otp pin pop pwd rba retina sc sms swk tel user vbm wia'
const SIGNATURES = 'none HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES256K ES384 ES512 EdDSA Ed25519'
const KEY_ENCRYPTIONS = 'RSA-OAEP RSA-OAEP-256 A128KW A192KW A256KW dir ECDH-ES ECDH-ES+A128KW ECDH-ES+A256KW'
const ENCRYPTIONS = 'A128CBC-HS256 A192CBC-HS384 A256CBC-HS512 A128GCM A192GCM A256GCM'
const CLIENT_METHODS =
  'none client_secret_basic client_secret_post client_secret_jwt private_key_jwt tls_client_auth self_signed_tls_client_auth'
const TOKEN_TYPES = 'access_token refresh_token id_token saml1 saml2 jwt'.replace(
  /\w+/g,
  'urn:ietf:params:oauth:token-type:$&',
)
const BEARERS = 'Bearer bearer BEARER DPoP N_A mac'
/** Codes that need no meaning here: of OpenID Connect, CIBA, Federation, client registration and rich authorization requests. */
const MORE_ERRORS =
  'registration_not_supported request_not_supported request_uri_not_supported invalid_request_uri invalid_request_object invalid_software_statement unapproved_software_statement invalid_authorization_details expired_login_hint_token unknown_user_id missing_user_code invalid_user_code invalid_binding_message transaction_failed invalid_issuer'

/** The listed values by name. A value may be several of them with blanks between. */
export const REGISTERED_VALUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    response_type: RESPONSE_TYPES,
    response_types: RESPONSE_TYPES,
    response_types_supported: RESPONSE_TYPES,
    response_mode: RESPONSE_MODES,
    response_modes_supported: RESPONSE_MODES,
    grant_type: GRANTS,
    grant_types: GRANTS,
    grant_types_supported: GRANTS,
    scope: SCOPES,
    scopes_supported: SCOPES,
    prompt: PROMPTS,
    prompt_values_supported: PROMPTS,
    display: DISPLAYS,
    display_values_supported: DISPLAYS,
    code_challenge_method: METHODS_OF_PKCE,
    code_challenge_methods_supported: METHODS_OF_PKCE,
    acr: ACRS,
    acr_values: ACRS,
    acr_values_supported: ACRS,
    amr: AMRS,
    token_type: BEARERS,
    token_type_hint: 'access_token refresh_token',
    subject_token_type: TOKEN_TYPES,
    actor_token_type: TOKEN_TYPES,
    requested_token_type: TOKEN_TYPES,
    issued_token_type: TOKEN_TYPES,
    client_assertion_type:
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    error: [...ERROR_CODES.keys(), MORE_ERRORS].join(' '),
    alg: `${SIGNATURES} ${KEY_ENCRYPTIONS}`,
    algs: SIGNATURES,
    enc: ENCRYPTIONS,
    typ: 'JWT JOSE at+jwt application/at+jwt dpop+jwt logout+jwt token-introspection+jwt secevent+jwt',
    cty: 'JWT',
    kty: 'RSA EC OKP oct',
    crv: 'P-256 P-384 P-521 secp256k1 Ed25519 Ed448 X25519 X448',
    use: 'sig enc',
    htm: 'GET POST PUT PATCH DELETE HEAD OPTIONS',
    application_type: 'web native',
    subject_type: 'public pairwise',
    subject_types_supported: 'public pairwise',
    claim_types_supported: 'normal aggregated distributed',
    bearer_methods_supported: 'header body query',
    token_endpoint_auth_method: CLIENT_METHODS,
    token_endpoint_auth_methods_supported: CLIENT_METHODS,
    introspection_endpoint_auth_methods_supported: CLIENT_METHODS,
    revocation_endpoint_auth_methods_supported: CLIENT_METHODS,
    id_token_signed_response_alg: SIGNATURES,
    id_token_signing_alg_values_supported: SIGNATURES,
    userinfo_signing_alg_values_supported: SIGNATURES,
    request_object_signing_alg_values_supported: SIGNATURES,
    token_endpoint_auth_signing_alg_values_supported: SIGNATURES,
    dpop_signing_alg_values_supported: SIGNATURES,
  }).map(([name, values]) => [name, new Set(values.split(' '))]),
)
