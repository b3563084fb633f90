/** Regions that client code has in many scenarios: the steps of the code flow, the API call, the refresh. */
import type { CodeRegion } from './contract.ts'

/** Leaving for the authorization server (RFC 6749 §4.1.1). */
export const AUTHORIZATION_REQUEST: CodeRegion = {
  region: 'authorization-request',
  title: 'Authorization request',
  matches: [{ purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' }],
}

/** Coming back with the response (RFC 6749 §4.1.2). */
export const AUTHORIZATION_RESPONSE: CodeRegion = {
  region: 'authorization-response',
  title: 'Authorization response',
  matches: [{ purpose: 'navigation', host: 'app.example', path: '/callback' }],
}

/** Exchanging the code (RFC 6749 §4.1.3). */
export const TOKEN_REQUEST: CodeRegion = {
  region: 'token-request',
  title: 'Token request',
  matches: [{ method: 'POST', path: '/token', parameters: { grant_type: 'authorization_code' } }],
}

/** Calling the API with the access token (RFC 6750 §2.1). */
export const API_CALL: CodeRegion = { region: 'api-call', title: 'API call', matches: [{ host: 'api.example' }] }

/** Trading the refresh token for new tokens (RFC 6749 §6). */
export const REFRESH: CodeRegion = {
  region: 'refresh',
  title: 'Refresh',
  matches: [{ method: 'POST', path: '/token', parameters: { grant_type: 'refresh_token' } }],
}

/** The same where the app has a backend, which sends the browser there from an address of its own. */
export const BACKEND_AUTHORIZATION_REQUEST: CodeRegion = {
  region: 'authorization-request',
  title: 'Authorization request',
  matches: [{ purpose: 'navigation', host: 'app.example', path: '/login' }, ...AUTHORIZATION_REQUEST.matches],
}

/** What the backend does when the browser comes back. */
export const BACKEND_AUTHORIZATION_RESPONSE: CodeRegion = {
  region: 'authorization-response',
  title: 'Authorization response',
  matches: [{ purpose: 'navigation', direction: 'request', host: 'app.example', path: '/callback' }],
}

/** What it answers then: with a session. */
export const BACKEND_SESSION: CodeRegion = {
  region: 'session',
  title: 'Session',
  matches: [{ purpose: 'navigation', direction: 'response', host: 'app.example', path: '/callback' }],
}
