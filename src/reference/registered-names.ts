/** The names that specifications give to parameters, members and claims: a name that is not here was given by somebody else. */
import { CLAIM_MEANINGS, HEADER_MEANINGS } from './claims.ts'
import { PARAMETER_MEANINGS } from './parameters.ts'

/** Of requests and responses: OAuth 2.0 and its extensions, OpenID Connect, logout, CIBA. */
const PARAMETERS =
  'actor_token_type assertion audience auth_req_id authorization_details binding_message claims claims_locales client_notification_token display dpop_jkt id_token_hint interval issued_token_type logout_hint request requested_expiry requested_token_type response session_state subject_token_type target_link_uri ui_locales verification_uri verification_uri_complete realm algs'

/** Of clients, servers and protected resources: RFC 7591, RFC 8414, OpenID Connect Discovery and Registration, and what extends them. */
const METADATA =
  'acr_values_supported application_type authorization_response_iss_parameter_supported authorization_servers authorization_signed_response_alg backchannel_authentication_endpoint backchannel_logout_session_supported backchannel_logout_supported backchannel_logout_uri bearer_methods_supported check_session_iframe claim_types_supported claims_locales_supported claims_parameter_supported claims_supported client_id_issued_at client_name client_secret_expires_at client_uri code_challenge_methods_supported contacts default_acr_values default_max_age device_authorization_endpoint display_values_supported dpop_bound_access_tokens dpop_signing_alg_values_supported end_session_endpoint frontchannel_logout_session_supported frontchannel_logout_supported frontchannel_logout_uri grant_types grant_types_supported id_token_encryption_alg_values_supported id_token_encryption_enc_values_supported id_token_signed_response_alg id_token_signing_alg_values_supported initiate_login_uri introspection_endpoint introspection_endpoint_auth_methods_supported jwks logo_uri mtls_endpoint_aliases op_policy_uri op_tos_uri policy_uri post_logout_redirect_uris prompt_values_supported pushed_authorization_request_endpoint redirect_uris registration_access_token registration_client_uri registration_endpoint request_object_signing_alg_values_supported request_parameter_supported request_uri_parameter_supported require_auth_time require_pushed_authorization_requests require_request_uri_registration resource_documentation resource_metadata resource_name response_modes_supported response_types response_types_supported revocation_endpoint revocation_endpoint_auth_methods_supported scopes_supported sector_identifier_uri service_documentation signed_metadata software_id software_statement software_version subject_type subject_types_supported tls_client_certificate_bound_access_tokens token_endpoint_auth_method token_endpoint_auth_methods_supported token_endpoint_auth_signing_alg_values_supported tos_uri ui_locales_supported userinfo_endpoint userinfo_signed_response_alg userinfo_signing_alg_values_supported'

/** Of tokens: the registry of JWT claims, OpenID Connect Core, RFC 7662, RFC 8693, RFC 9068. */
const CLAIMS =
  'address ath birthdate country entitlements events family_name formatted gender given_name groups jkt locale locality may_act middle_name nickname phone_number phone_number_verified picture postal_code preferred_username profile region s_hash street_address sub_id toe txn updated_at website x5t#S256 zoneinfo'

/** Of JOSE headers and keys: RFC 7515, RFC 7516, RFC 7517, RFC 7518, and what their registries have since been given. */
const JOSE =
  'apu apv b64 crv cty d dp dq e enc epk ext iv jku k key_ops kty n p p2c p2s q qi tag use x x5c x5t x5u y zip'

/** Fields of this project's own pages: they have a meaning to tell, and no specification. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['transaction', 'decision'])

/** Every name. */
export const REGISTERED_NAMES: ReadonlySet<string> = new Set([
  ...[...PARAMETER_MEANINGS.keys()].filter((name) => !OWN_FIELDS.has(name)),
  ...CLAIM_MEANINGS.keys(),
  ...HEADER_MEANINGS.keys(),
  ...[PARAMETERS, METADATA, CLAIMS, JOSE].flatMap((names) => names.split(' ')),
])
