/** What to find out next when nothing but an error code is known: the question that tells its causes apart. */

/** By OAuth error code. */
const QUESTIONS: ReadonlyMap<string, string> = new Map([
  [
    'invalid_grant',
    'Was a refresh token sent, or a code? Paste the token request without its secrets, or the error_description.',
  ],
  [
    'invalid_client',
    'Is it a confidential client? Paste the token request’s headers: is there an Authorization header, or a client_secret in the body?',
  ],
  [
    'invalid_token',
    'Paste the token (or its claims) and the time of the call: is it expired, for another audience, or signed by another key?',
  ],
  ['invalid_request', 'Which parameter does the error_description name? Paste the whole response.'],
  ['unauthorized_client', 'Which grant_type or response_type was sent, and which is the client registered for?'],
  ['access_denied', 'Did a person press a button, or did the server refuse by itself? Paste the error_description.'],
  ['invalid_scope', 'Which scopes were asked for, and which does the client have? Paste the scope parameter.'],
  ['login_required', 'Was prompt=none sent? In which browser, and in a frame or in the whole window?'],
  [
    'interaction_required',
    'Was prompt=none sent? Paste the error_description: consent, a second factor, or an account to choose?',
  ],
  ['consent_required', 'Was prompt=none sent, and has this person ever consented to these scopes?'],
  ['insufficient_scope', 'Which scope does the WWW-Authenticate header name, and which does the token have?'],
  ['server_error', 'What does the server’s own log say at that time? Paste the line with the correlation id.'],
  ['temporarily_unavailable', 'Does it go away by itself? Then it was load or maintenance.'],
  ['unsupported_grant_type', 'Which grant_type was sent? Paste the body of the token request without its secrets.'],
  ['unsupported_response_type', 'Which response_type was sent?'],
])

const ANY =
  'What was done just before? Paste the whole response with its description, the request’s address, or a log line.'

/** The question. Always there is one. */
export function questionAbout(code: string | undefined): string {
  return QUESTIONS.get(code ?? '') ?? ANY
}
