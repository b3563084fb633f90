/** What the registered error codes say, and where they stand. */

/** An error code in one line, and its clause. */
export interface ErrorCode {
  readonly meaning: string
  readonly clause: string
}

/** Error codes of the authorization, token, registration and protected resources' responses. */
export const ERROR_CODES: ReadonlyMap<string, ErrorCode> = new Map([
  [
    'invalid_request',
    {
      meaning: 'A parameter is missing, malformed or repeated, or has a value that is not supported',
      clause: 'RFC 6749 §5.2',
    },
  ],
  ['invalid_client', { meaning: 'The client could not prove who it is', clause: 'RFC 6749 §5.2' }],
  [
    'invalid_grant',
    {
      meaning: 'The code or refresh token is invalid, expired, revoked, already used, or was issued to another client',
      clause: 'RFC 6749 §5.2',
    },
  ],
  ['unauthorized_client', { meaning: 'This client may not use this grant or response type', clause: 'RFC 6749 §5.2' }],
  ['unsupported_grant_type', { meaning: 'The server does not support this grant type', clause: 'RFC 6749 §5.2' }],
  ['invalid_scope', { meaning: 'The scope is unknown, or more than the client may have', clause: 'RFC 6749 §5.2' }],
  ['access_denied', { meaning: 'The person or the server declined', clause: 'RFC 6749 §4.1.2.1' }],
  [
    'unsupported_response_type',
    { meaning: 'The server does not support this response type', clause: 'RFC 6749 §4.1.2.1' },
  ],
  ['server_error', { meaning: 'Something unexpected broke at the server', clause: 'RFC 6749 §4.1.2.1' }],
  [
    'temporarily_unavailable',
    { meaning: 'The server is overloaded or under maintenance', clause: 'RFC 6749 §4.1.2.1' },
  ],
  [
    'login_required',
    { meaning: 'Somebody must sign in, but prompt=none forbids asking', clause: 'OpenID Connect Core §3.1.2.6' },
  ],
  [
    'interaction_required',
    { meaning: 'A page must be shown, but prompt=none forbids it', clause: 'OpenID Connect Core §3.1.2.6' },
  ],
  [
    'consent_required',
    { meaning: 'Consent is needed, but prompt=none forbids asking', clause: 'OpenID Connect Core §3.1.2.6' },
  ],
  [
    'account_selection_required',
    { meaning: 'An account must be picked, but prompt=none forbids asking', clause: 'OpenID Connect Core §3.1.2.6' },
  ],
  [
    'invalid_token',
    { meaning: 'The access token is expired, revoked, malformed or for somebody else', clause: 'RFC 6750 §3.1' },
  ],
  ['insufficient_scope', { meaning: 'The token is good, but allows less than this needs', clause: 'RFC 6750 §3.1' }],
  [
    'insufficient_user_authentication',
    { meaning: 'The sign-in behind the token is too weak or too old', clause: 'RFC 9470 §3' },
  ],
  [
    'unmet_authentication_requirements',
    { meaning: 'The server cannot reach the level asked for', clause: 'RFC 9470 §5' },
  ],
  ['invalid_redirect_uri', { meaning: 'A redirect URI of the registration is invalid', clause: 'RFC 7591 §3.2.2' }],
  ['invalid_client_metadata', { meaning: 'A member of the registration is invalid', clause: 'RFC 7591 §3.2.2' }],
  ['authorization_pending', { meaning: 'The person has not finished yet: keep polling', clause: 'RFC 8628 §3.5' }],
  ['slow_down', { meaning: 'From now on, wait five seconds longer between polls', clause: 'RFC 8628 §3.5' }],
  ['expired_token', { meaning: 'The device code has expired: start over', clause: 'RFC 8628 §3.5' }],
  ['invalid_target', { meaning: 'The resource is unknown, or not for this client', clause: 'RFC 8707 §2' }],
  ['invalid_dpop_proof', { meaning: 'The proof of possession does not hold', clause: 'RFC 9449 §5' }],
  ['use_dpop_nonce', { meaning: 'The server wants its nonce in the proof', clause: 'RFC 9449 §8' }],
  ['unsupported_token_type', { meaning: 'The server does not revoke this kind of token', clause: 'RFC 7009 §2.2.1' }],
])
