/** Where backends and services keep their tokens and secrets, and who can read them there. */
import type { StorageAdvice } from '../contract.ts'

/** What a confidential client proves itself with. */
export const clientSecret: StorageAdvice = {
  artifact: 'client_secret',
  platform: 'Server',
  place: 'Secret manager, handed to the process when it starts',
  readableBy: 'The process, and whoever may read that secret in the secret manager',
  advice:
    'Never in the source code, an image, a page, a mobile app or a log. One secret for each service and environment; replace it without downtime by having two valid for a while, or use private_key_jwt, where nothing secret travels. Its aud should be the issuer: the token endpoint as aud is being retired.',
  reference: 'OWASP ASVS 5.0 §13.3.1',
}

/** The access token of a person who is signed in to a backend. */
export const accessTokenInSession: StorageAdvice = {
  artifact: 'access_token',
  platform: 'Server',
  place: 'The session store, under the key of the cookie',
  readableBy: 'The backend and its operators',
  advice:
    'The browser never needs the token: no script, injected or not, can read it. Encrypt the store where others can read it.',
  reference: 'OWASP ASVS 5.0 §10.1.1',
}

/** The access token of a service that acts for itself, or for one request. */
export const accessTokenInProcess: StorageAdvice = {
  artifact: 'access_token',
  platform: 'Server',
  place: 'Memory of the process',
  readableBy: 'The process, and whoever can take a memory dump; logs that write the Authorization header',
  advice:
    'One cache for all jobs of a process, by scope and audience; forget it when the API answers 401. Never in a URL or a log. Writing it to disk saves one request and leaves a credential behind.',
  reference: 'RFC 6750 §5.3',
}

/** A refresh token that a server keeps for a person. */
export const refreshTokenInDatabase: StorageAdvice = {
  artifact: 'refresh_token',
  platform: 'Server',
  place: 'Session store or database, encrypted with a key of a key management service, one row for each session',
  readableBy: 'The service, and whoever has both the database and the key',
  advice:
    'Write the new token in one transaction before the access token is used, and lock the row while refreshing, so that two instances do not replay it. A confidential client’s refresh token is useless without the client’s own credential.',
  reference: 'RFC 6749 §10.4',
}

/** The token that tells a backend who signed in. */
export const idTokenInSession: StorageAdvice = {
  artifact: 'id_token',
  platform: 'Server',
  place: 'The session store, for the id_token_hint of a later sign-out',
  readableBy: 'The backend and its operators',
  advice:
    'Keep the claims that the app needs, and the latest token itself only where a sign-out at the provider needs it: it works as a hint even after it has expired.',
  reference: 'OpenID Connect RP-Initiated Logout §2',
}

/** A key that several parties share and that never ends. */
export const sharedApiKey: StorageAdvice = {
  artifact: 'api_key',
  platform: 'Server',
  place: 'Configuration of every caller, and of every service that accepts it',
  readableBy: 'Every process that has it, every log that writes headers, every former colleague',
  advice:
    'Nothing makes a shared static key safe to keep. Until it is gone: one key for each caller, in a secret manager, left out of logs, and two valid at a time so that one can be replaced.',
  reference: 'OWASP ASVS 5.0 §13.2.1',
}

/** A key that belongs to one caller. */
export const apiKeyOfOneCaller: StorageAdvice = {
  artifact: 'api_key',
  platform: 'Server',
  place: 'At the client in a secret manager; at the API only its hash',
  readableBy: 'The process',
  advice:
    'Shown once, when it is made. One key for each client, with an end date, and two valid at a time for replacing it.',
  reference: 'OWASP ASVS 5.0 §13.3.1',
}
