/** Why somebody refused, in a few words that need no knowledge of the protocol. */
import type { Failure } from '../checks.ts'
import { WHY_BY_ERROR, WHY_BY_RULE } from './why-refused.ts'
import { uncapitalised, withinWhy } from './words.ts'

/** By the rule that did not hold, as servers and clients note it. */
const BY_RULE: Readonly<Record<string, string>> = {
  access_token: 'the access token is unknown',
  access_token_expiry: 'the access token has expired',
  access_token_revoked: 'the access token was revoked',
  acr: 'this needs a stronger sign-in',
  acr_values: 'it has no sign-in as strong as that',
  actor_token: 'the token of whoever wants to act is not valid',
  active: 'the token is no longer valid',
  algorithm: 'the token is signed in a way it does not accept',
  another_browser: 'the sign-in began in another browser',
  api_key: 'this is not the current API key',
  assertion: 'the signed statement is not good here',
  assertion_replay: 'the signed statement was used before',
  assertion_subject: 'the statement is about somebody it does not expect',
  audience: 'this token is meant for another API',
  authentication_age: 'the sign-in was too long ago',
  auth_req_id: 'the request is unknown',
  auth_req_id_denied: 'the person said no',
  auth_req_id_expiry: 'nobody answered in time',
  auth_req_id_replay: 'the answer was fetched before',
  authorization_code: 'the code is unknown',
  authorization_code_client: 'the code was given to another app',
  authorization_code_expiry: 'the code has expired',
  authorization_code_replay: 'the code was used before',
  backchannel_logout: 'an app could not be told of the sign-out',
  bearer_syntax: 'this is not written as a token is',
  callback: 'the answer came to the address of another server',
  client: 'the caller cannot prove who it is',
  client_id_metadata_document: 'what the app says of itself does not do',
  client_assertion: 'the caller’s signed proof is not valid',
  client_authentication_method: 'the caller proves itself in a way that was not agreed',
  client_certificate: 'the app shows no certificate that is known',
  client_metadata: 'it does not accept a client like this',
  code_verifier_missing: 'the sign-in did not begin in this browser',
  confidential_client: 'only clients that have a secret may do this',
  consent: 'the person said no',
  cors: 'scripts of that site may not read the answer',
  credentials: 'username and password do not match',
  device_code: 'the code of the device is unknown',
  device_code_denied: 'the person said no',
  device_code_expiry: 'the code has expired',
  device_code_replay: 'the code was used before',
  device_network: 'the device is in another network',
  device_not_trusted: 'this browser is no longer trusted',
  dpop_ath: 'the proof was made for another token',
  dpop_binding: 'the token belongs to another key',
  dpop_bound: 'this token needs a proof',
  dpop_bound_access_tokens: 'there is no proof with it',
  dpop_bound_access_tokens_required: 'this token is bound to no key',
  dpop_header: 'there is no proof with it',
  dpop_htm: 'the proof was made for another request',
  dpop_htu: 'the proof was made for another address',
  dpop_iat: 'the proof has the wrong time',
  dpop_jkt: 'the code belongs to another key',
  dpop_jti: 'the proof was used before',
  dpop_nonce: 'the proof needs a number from this server',
  dpop_signature: 'the proof is not signed with its key',
  email_code: 'this is not the code in the mail',
  email_link: 'what was mailed is used up or too old',
  exchanged_binding: 'the token is bound to a key that it does not prove',
  expiry: 'the token has expired',
  factor_not_enrolled: 'the account has no second factor',
  form_body: 'the form cannot be read',
  grant_type: 'the app may not get tokens in this way',
  high_risk_action: 'this needs a fresh proof',
  id_token: 'the ID token is not valid',
  id_token_hint: 'the ID token it was shown is not valid',
  initial_access_token: 'not everybody may register a client',
  introspection: 'the token is no longer valid',
  invalid_credentials: 'username and password do not match',
  issued_in_the_future: 'by its clock the sign-in is still to come',
  issuer: 'the token is from somebody it does not trust',
  json_body: 'the request cannot be read',
  jwt_format: 'this is no token that it can read',
  logout_confirmation: 'the person did not confirm the sign-out',
  logout_form: 'the form is not from this browser',
  logout_token_event: 'this is a signed note, but not about a sign-out',
  logout_token_replay: 'this note was used before',
  logout_token_signature: 'the note is not signed by whom it should be',
  max_age: 'the sign-in was too long ago',
  may_act: 'the person named somebody else to act for them',
  metadata_issuer: 'the description is that of another server',
  no_token_in_query: 'a token does not belong in an address',
  missing_initial_state: 'in the frame nothing is known of the sign-in',
  nonce: 'the ID token belongs to another sign-in',
  not_before: 'the token is not valid yet',
  offline_access: 'the app may not stay signed in',
  one_token: 'there is more than one token',
  otp_clock_skew: 'the two clocks do not agree',
  otp_expired: 'the one-time code has expired',
  otp_invalid: 'the one-time code is wrong',
  otp_reused: 'the one-time code was used before',
  parameters: 'a parameter is given twice',
  person: 'this token is an app’s own and no person’s',
  ping: 'the app could not be told',
  passkey_answer: 'no sign-in waits for this passkey',
  passkey_only: 'this account signs in with a passkey only',
  passkey_origin: 'a page of another site has asked the passkey',
  passkey_scope: 'there is no passkey for this site',
  pkce: 'the code verifier does not match',
  polling: 'the person has not decided yet',
  polling_interval: 'it is asked too often',
  pkce_unsupported: 'the server does not say that it supports PKCE',
  post_logout_redirect_uri: 'the address to go back to is not registered',
  prompt: 'the person would have to sign in',
  pushed_authorization_request: 'this app has to hand its request over first',
  push_denied: 'the person said no on the phone',
  push_number_mismatch: 'the wrong number was picked on the phone',
  push_signature: 'the phone’s signature is not valid',
  push_timeout: 'nobody answered on the phone in time',
  recovery_code: 'the recovery code is wrong',
  redirect_count: 'it was sent on twenty times, and is to go on',
  redirect_loop: 'one sign-in after the other comes to no session',
  redirect_uri: 'the address to go back to is not registered',
  refresh_token: 'the refresh token is unknown',
  refresh_token_binding: 'the refresh token belongs to another key',
  refresh_token_client: 'the refresh token was given to another app',
  refresh_token_expiry: 'the refresh token has expired',
  refresh_token_replay: 'this refresh token was used before',
  refresh_token_revoked: 'this refresh token was revoked',
  resource: 'it gives no tokens for that address',
  resource_metadata: 'the description is that of another server',
  request_uri: 'the reference to the request is not good any more',
  required_claims: 'the token does not say all that it must',
  response_mode: 'it does not answer in that way',
  response_type: 'this app may not ask for tokens in that way',
  revocation: 'the token is not this app’s to revoke',
  revocation_list: 'the token is on the list of revoked tokens',
  role: 'the person does not have the role for it',
  rp_id: 'the passkey is for another site',
  scope: 'more was asked for than is allowed',
  second_factor_policy: 'a second factor is required',
  session: 'nobody is signed in',
  session_expired: 'the sign-in was too long ago',
  session_revoked: 'the session was ended',
  sign_in_transaction: 'the form belongs to no sign-in of this browser',
  signature: 'the signature is not valid',
  signing_key: 'the key behind the signature is unknown',
  state: 'this answer belongs to no sign-in started here',
  subject: 'the token is about nobody it knows',
  subject_scope: 'the token it was given does not allow so much',
  subject_token: 'the token it was given is not valid any more',
  target: 'it knows no service of that name',
  token_present: 'there is no token',
  token_type: 'this is not an access token',
  too_many_attempts: 'too many wrong answers',
  totp: 'the one-time code is wrong',
  trusted_device: 'this browser is not trusted',
  typ: 'this is not an access token',
  user_code: 'no device waits under this code',
  user_code_guesses: 'too many wrong codes',
}

/** By the error that the answer names (RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3.1; RFC 8628 §3.5), or that an app made up. */
const BY_ERROR: Readonly<Record<string, string>> = {
  access_denied: 'access was denied',
  authorization_pending: 'the person has not agreed yet',
  consent_required: 'the person would have to agree',
  csrf: 'the request does not come from its own page',
  expired_token: 'it took too long',
  insufficient_scope: 'the token does not allow this',
  registration_refused: 'it may not register',
  insufficient_user_authentication: 'this needs a stronger sign-in',
  interaction_required: 'the person would have to do something',
  invalid_client: 'the caller cannot prove who it is',
  invalid_dpop_proof: 'the proof that goes with it is not good',
  invalid_grant: 'what was sent is not valid any more',
  invalid_request: 'something about the request is wrong',
  invalid_scope: 'more was asked for than is allowed',
  invalid_target: 'it knows no service of that name',
  invalid_token: 'the token is not valid',
  login_required: 'the person would have to sign in',
  no_session: 'nobody is signed in',
  slow_down: 'it is asked too often',
  temporarily_unavailable: 'a server that is needed does not answer',
  unauthorized_client: 'the app may not ask in this way',
  unsupported_grant_type: 'it does not give tokens in this way',
  use_dpop_nonce: 'the proof needs a number from this server',
}

const BY_STATUS: Readonly<Record<string, string>> = {
  '400': 'something about the request is wrong',
  '401': 'it does not know who is asking',
  '403': 'this is not allowed',
  '404': 'there is nothing at this address',
  '405': 'this cannot be done there',
  '415': 'the request cannot be read',
  '429': 'it is asked too often',
  '500': 'something broke',
  '503': 'it is out of order',
}

/** Rules whose meaning depends on who checks them. */
function byClause({ rule, clause, message }: Failure): string | undefined {
  if (rule === 'client' && clause === 'RFC 6749 §4.1.2.1') return 'the app is unknown'
  if (rule === 'client_authentication_method' && message.endsWith(' used none.')) return 'the caller shows no secret'
  if (rule === 'request_uri' && clause === 'RFC 9126 §2.2') return 'the reference was given to another app'
  if (rule === 'request_uri' && clause === 'RFC 9126 §7.3') return 'the reference was used before'
  if (rule === 'sign_in_transaction' && message.includes('took too long')) return 'this sign-in took too long'
  if (rule === 'pkce' && message.includes('downgrade')) return 'the code was asked for without PKCE'
  if (rule === 'pkce' && clause !== 'RFC 7636 §4.6') return 'the request is without PKCE'
  if (rule === 'issuer' && clause === 'RFC 9207 §2.4') return 'the answer does not name the server that was asked'
  if (rule === 'scope' && clause?.startsWith('RFC 6750') === true) return 'the token does not allow this'
  return undefined
}

/** The reason of a failure, in a few words, and what it means. */
export function reasonOf(failure: Failure, status: number | undefined): { reason: string; why: string } {
  const { rule = '', error = '', message } = failure
  // An answer from nowhere says no more than that, whatever code it has.
  const known = BY_RULE[rule] ?? (status === 404 ? undefined : BY_ERROR[error]) ?? said(message)
  return {
    reason: byClause(failure) ?? known ?? BY_STATUS[String(status)] ?? 'something is not as it must be',
    why: withinWhy(WHY_BY_RULE[rule] ?? WHY_BY_ERROR[error] ?? message),
  }
}

/** A message in its own words, when it has none that a newcomer does not know. */
function said(message: string): string | undefined {
  const [first = ''] = message.split(/(?<=\.)\s/)
  const isPlain = first.length <= 60 && /^[A-Z][\p{L}\p{M}’ ,]+\.$/u.test(first) && !/[a-z][A-Z]/.test(first)
  return isPlain ? uncapitalised(first.slice(0, -1)) : undefined
}
