/** One thing set wrong at a time, and what each server makes of it. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'
import { accountOutcomes } from './account-outcomes.ts'
import { failing, isSignedIn, play, signedIn, started, submit } from './script.ts'

const photos: ScriptLine[] = submit('photos')
const restarted: ScriptLine[] = [...signedIn, { type: 'act', action: 'restart' }, ...photos]

const WIDER = 'openid photos:read photos:print'

const seesPhotos = (trace: Trace) => answered(trace, 'api', 200) && shows(trace, 'tab', 'harbour.jpg')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Everything as it is registered',
    summary: 'The app says what it was registered with, and Ada sees her photos.',
    result: 'success',
    script: [...signedIn, ...photos],
    goal: { description: 'The browser shows the photos.', reached: seesPhotos },
  },
  failing(
    { id: 'client-unknown', rule: 'client', alert: 'The client is unknown', script: started },
    {
      title: 'The client ID of another environment',
      summary:
        'The app has the client ID of its test environment. The server does not know it, and shows a page: it does not know where else to send anybody.',
      settings: { client_id: 'photo-prints-test' },
    },
    {
      code: 'The client is unknown',
      cause: 'client_id is not registered at this server: a typo, another environment or tenant, or it was deleted.',
      fix: 'Take client_id and issuer from one and the same registration.',
    },
  ),
  failing(
    { id: 'client-disabled', rule: 'client_disabled', alert: 'The client is disabled', script: started },
    {
      title: 'The registration is switched off',
      summary: 'Somebody has switched the client off at the server. Nobody can sign in to this app any more.',
      settings: { is_enabled: false },
    },
    {
      code: 'The client is disabled',
      cause: 'The registration is there, and was switched off by its operator.',
      fix: 'Switch it on again, or register another client.',
    },
  ),
  failing(
    { id: 'grant-not-registered', rule: 'grant_type', alert: 'unauthorized_client', script: started },
    {
      title: 'Registered for another grant',
      summary: 'The client was registered for calls in its own name. Signing people in takes another grant type.',
      settings: { registered_grant: 'client_credentials' },
    },
    {
      code: 'unauthorized_client: not registered for the grant type',
      cause: 'grant_types of the registration does not have what the app uses.',
      fix: 'Add authorization_code to the grant types of the client.',
    },
  ),
  failing(
    { id: 'no-challenge', rule: 'pkce', alert: 'A code_challenge is required', script: started },
    {
      title: 'Without PKCE',
      summary: 'The server requires PKCE of every client, and the app’s library does not use it unless told to.',
      settings: { uses_pkce: false },
    },
    {
      code: 'invalid_request: A code_challenge is required',
      cause: 'The authorization request has no code_challenge, and this server demands one of every client.',
      fix: 'Switch PKCE on in the library.',
    },
  ),
  failing(
    { id: 'no-secret', rule: 'client_authentication_method', alert: 'used none' },
    {
      title: 'The secret is not sent',
      summary: 'A variable of the environment is missing, and the library goes on without a secret: invalid_client.',
      settings: { sends_secret: false },
    },
    {
      code: 'invalid_client: registered for client_secret_basic and used none',
      cause: 'The client is registered with a secret, and the token request has none.',
      fix: 'Give the app its secret; or register it as a public client, if it cannot keep one.',
    },
  ),
  failing(
    { id: 'other-redirect-uri', rule: 'redirect_uri', alert: 'invalid_grant' },
    {
      title: 'Another redirect URI in the token request',
      summary: 'The redirect URI stands in two places of the configuration. In the second one it has a slash too many.',
      settings: { token_redirect_uri: 'https://app.example/callback/' },
    },
    {
      code: 'invalid_grant: the redirect_uri of the token request',
      cause: 'A code is bound to the redirect_uri that it was asked for with (RFC 6749 §4.1.3).',
      fix: 'Send the same redirect_uri twice, from one place of the configuration.',
    },
  ),
  failing(
    { id: 'no-openid', rule: 'id_token_missing', alert: 'There is no id_token' },
    {
      title: 'Without openid',
      summary: 'The app asks for photos:read alone. It gets an access token, and nothing that says who signed in.',
      settings: { scope: 'photos:read' },
    },
    {
      code: 'There is no id_token in the token response',
      cause: 'Only the scope openid makes a request an authentication request (OpenID Connect Core §3.1.2.1).',
      fix: 'Ask for openid. A server without OpenID Connect has to be asked by its API who the person is.',
    },
  ),
  failing(
    { id: 'less-granted', rule: 'granted_scope', alert: 'Scope has changed' },
    {
      title: 'Less was granted',
      summary:
        'The app asks for a scope that it may not have. The server grants the rest and says so; the library stops.',
      settings: { scope: WIDER, unoffered_scope: 'ignored', compares_scope: true },
    },
    {
      remedy: 'less-accepted',
      code: 'Scope has changed from',
      cause: 'The scope of the token response is not the one that was asked for. That is allowed (RFC 6749 §3.3).',
      fix: 'Read what was granted, and go on with that; or have the scope registered.',
    },
  ),
  {
    id: 'less-accepted',
    title: 'Less was granted, and is enough',
    summary: 'The same answer. The app reads what it got, and that is all it needs for the photos.',
    result: 'success',
    settings: { scope: WIDER, unoffered_scope: 'ignored' },
    script: [...signedIn, ...photos],
    goal: { description: 'The browser shows the photos.', reached: seesPhotos },
  },
  ...accountOutcomes,
  failing(
    { id: 'no-session', rule: 'session_missing', alert: 'session support', script: started },
    {
      title: 'No session to remember it in',
      summary: 'The session middleware is missing, or stands behind the sign-in’s. The app stops before it begins.',
      settings: { has_session: false },
    },
    {
      code: 'Signing in requires session support',
      cause: 'State, nonce and verifier have to be kept until the browser is back, and there is no place for them.',
      fix: 'Put the session middleware in front of the sign-in’s, and give it its secret.',
    },
  ),
  failing(
    { id: 'started-by-link', rule: 'start_refused', alert: 'No route matches', script: started },
    {
      title: 'Started by a link',
      summary: 'The button was a link before an update. Now the app takes a start from its own forms alone.',
      settings: { start_button: 'link' },
    },
    {
      code: 'No route matches GET /login, since an update',
      cause: 'A link (GET) can stand on any page of the world, so the app cannot know that the person wanted it.',
      fix: 'Make the button a form that POSTs. Leave the protection on.',
    },
  ),
  failing(
    {
      id: 'too-slow',
      rule: 'state',
      alert: 'No sign-in of this browser waits',
      script: [
        ...started,
        ...submit('sign-in', ADA),
        { type: 'play' },
        { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
        { type: 'play', until: { direction: 'request', path: '/callback' } },
        { type: 'advance', seconds: 601 },
        play,
      ],
    },
    {
      title: 'Ten minutes to come back',
      summary: 'The app keeps a sign-in for ten minutes. The browser is back a second later, and nobody waits for it.',
      settings: {},
    },
    {
      code: 'No matching state, after a long pause',
      cause: 'What was remembered of the sign-in was cleaned away: the person took long, or a clock is off.',
      fix: 'Offer to start again. While the server knows the person, that takes no password.',
    },
  ),
  {
    id: 'cache-emptied',
    title: 'The tokens are gone after a restart',
    summary: 'The session survives the restart, the tokens do not: they were in the memory of the process.',
    result: 'failure',
    settings: { tokens_kept: 'process' },
    script: restarted,
    goal: {
      description: 'Ada is signed in, and the app has no token for her.',
      reached: (trace) => isSignedIn(trace) && failedCheck(trace, 'no_account'),
    },
    remedy: 'cache-shared',
    trouble: {
      code: 'No account was found in the token cache',
      cause:
        'The cache of the library is in the memory of one process. A restart, or another instance, has none of it.',
      remedy: 'Keep the cache in the store that the sessions are in; else send the person through a sign-in.',
    },
  },
  {
    id: 'cache-shared',
    title: 'Restarted, with the tokens in the session',
    summary: 'The same restart. The token is in the session, whose store outlives the process.',
    result: 'success',
    script: restarted,
    goal: { description: 'The browser shows the photos.', reached: seesPhotos },
  },
]
