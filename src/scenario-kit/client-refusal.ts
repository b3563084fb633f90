/** What client code checks, as notes of the trace; what a server checks is noted there. */
import type { Simulation } from '../simulation/index.ts'

/** An error of client code, as its error class has it. */
export interface ClientRefusal {
  readonly code: string
  readonly message: string
  readonly sent?: string | undefined
  readonly expected?: string | undefined
}

/** Where the rules stand that a client itself enforces, by error code. */
const CLAUSES: Readonly<Record<string, string>> = {
  state_mismatch: 'RFC 6749 §10.12',
  issuer_mismatch: 'RFC 9207 §2.4',
  callback_mismatch: 'RFC 9700 §4.4.2.2',
  invalid_id_token: 'OpenID Connect Core §3.1.3.7',
  nonce_mismatch: 'OpenID Connect Core §3.1.3.7',
  issued_in_the_future: 'OpenID Connect Core §3.1.3.7',
  redirect_loop: 'policy',
  code_verifier_missing: 'RFC 7636 §4.5',
  another_browser: 'policy',
  missing_initial_state: 'policy',
  at_hash_mismatch: 'OpenID Connect Core §3.2.2.9',
  token_client_mismatch: 'RFC 6749 §10.16',
  message_sender: 'RFC 9700 §4.17.2',
  no_opener: 'policy',
  popup_blocked: 'policy',
  resource_metadata_mismatch: 'RFC 9728 §3.3',
  metadata_issuer_mismatch: 'RFC 8414 §3.3',
  pkce_unsupported: 'MCP Authorization',
  id_token_missing: 'OpenID Connect Core §3.1.3.3',
  granted_scope: 'RFC 6749 §3.3',
  missing_claim: 'OpenID Connect Core §5.4',
  email_not_verified: 'OpenID Connect Core §5.1',
  session_missing: 'policy',
  start_refused: 'policy',
  no_account: 'policy',
  account_exists: 'policy',
  account_unknown: 'policy',
  interaction_in_progress: 'policy',
}

/** How to mend what was wrong before anybody signed in. */
const FIXES: Readonly<Record<string, string>> = {
  issued_in_the_future: 'Synchronise the clock (NTP), and allow a leeway of a minute.',
  missing_initial_state: 'Serve the helper from a host of the app’s own site, or sign in without it.',
  code_verifier_missing: 'Open the link in the browser in which the sign-in was begun, or mail a code to type there.',
  another_browser: 'Open the link in the browser that asked for the mail. It has not been used up.',
  at_hash_mismatch: 'Start again from the app. Tokens that come together belong together.',
  token_client_mismatch: 'Start again from the app: a token that another app got is no sign-in here.',
  message_sender: 'Drop the message. Where it should have counted, compare with the origin that sends it.',
  no_opener: 'Look which page of the popup, or of the app, has a Cross-Origin-Opener-Policy.',
  popup_blocked: 'Open the popup in the click itself, or sign in by a redirect.',
  redirect_loop: 'Find out where the session is lost: in Set-Cookie, in Cookie, or in what the app makes of it.',
  resource_metadata_mismatch: 'Let the metadata name the resource as its clients call it.',
  metadata_issuer_mismatch: 'Name the authorization server by its issuer, character by character.',
  pkce_unsupported: 'Support S256, and say so in code_challenge_methods_supported.',
  id_token_missing: 'Ask for the scope openid.',
  granted_scope: 'Go on with the scope that was granted, or have the missing one registered.',
  missing_claim: 'Ask for the scope that brings the claim.',
  email_not_verified: 'Have the address verified at the server.',
  session_missing: 'Put the session middleware in front of the sign-in’s.',
  start_refused: 'Start the sign-in by a form that POSTs.',
  interaction_in_progress: 'Clear the mark when the app loads without an answer, and start nothing before that.',
  account_unknown: 'Sign in with another account: prompt=select_account.',
  account_exists: 'Sign in the first way, and link the second one from there.',
  no_account: 'Keep the tokens where all instances find them, and sign in again where there are none.',
}

/** Notes a failed check when the error is one of the client's own rules; does nothing for what a server said. */
export function noteClientRefusal({ note }: Simulation, actor: string, refusal: ClientRefusal): void {
  const { code, message, sent, expected } = refusal
  const clause = CLAUSES[code]
  if (clause === undefined) return
  note(actor, {
    type: 'check',
    rule: code.replace('_mismatch', ''),
    clause,
    passed: false,
    message,
    ...(sent !== undefined && { sent }),
    ...(expected !== undefined && { expected }),
    fix: FIXES[code] ?? 'Start the sign-in again from the app, in the browser that should be signed in.',
  })
}

/** Notes that the state of a response was the one that was remembered. */
export function noteStateAccepted({ note }: Simulation, actor: string): void {
  note(actor, {
    type: 'check',
    rule: 'state',
    clause: 'RFC 6749 §10.12',
    passed: true,
    message: 'The state is the one that this browser sent, so the response belongs to this sign-in.',
  })
}

/** Notes that a response names the server that was asked. */
export function noteIssuerAccepted({ note }: Simulation, actor: string): void {
  note(actor, {
    type: 'check',
    rule: 'issuer',
    clause: 'RFC 9207 §2.4',
    passed: true,
    message: 'The response names the server that was asked, so the code goes to that one.',
  })
}

/** Notes that an ID token was verified: here authentication ends, and the app knows who the person is. */
export function noteIdTokenAccepted({ note }: Simulation, actor: string): void {
  note(actor, {
    type: 'check',
    rule: 'id_token',
    clause: 'OpenID Connect Core §3.1.3.7',
    passed: true,
    message: 'The ID token belongs to this sign-in, so the app knows who the person is.',
  })
}
