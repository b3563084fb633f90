/** Where a browser keeps what a flow gives it, and who can read it there: the callouts of the steps that store something. */
import type { StorageAdvice } from '../contract.ts'

/** A token in a variable of the page. */
export const accessTokenInPage: StorageAdvice = {
  artifact: 'access_token',
  platform: 'Browser',
  place: 'Memory of the page, or better, of a Web Worker',
  readableBy: 'Scripts of this page, injected ones too, until a reload; in a worker, only the worker',
  advice:
    'Not in localStorage, which every script of the origin can read, in every tab, until it is cleared; sessionStorage and IndexedDB do not stop an injected script either. Memory limits a theft to the time that the page is open; it does not stop an injected script from getting tokens of its own.',
  reference: 'RFC 10017 §8.4',
}

/** A refresh token that no page should have. */
export const refreshTokenOutOfPage: StorageAdvice = {
  artifact: 'refresh_token',
  platform: 'Browser',
  place: 'A backend for the frontend; the browser has an HttpOnly, Secure, SameSite cookie',
  readableBy: 'The backend; no script can read the cookie',
  advice:
    'The best a web app can do: no token reaches the browser at all. A page that must hold a refresh token keeps it in memory or in a Web Worker, with rotation and a short lifetime, and accepts that a reload means a trip to the authorization server.',
  reference: 'RFC 10017 §6.1',
}

/** Tokens that several tabs share. */
export const refreshTokenInLocalStorage: StorageAdvice = {
  artifact: 'refresh_token',
  platform: 'Browser',
  place: 'localStorage, shared by all tabs of the origin',
  readableBy:
    'Every script of the origin in every tab, injected ones too; programs that read the browser’s profile on the disk',
  advice:
    'This is what makes the race: all tabs have one token. If the tokens must be shared, let one tab or one worker refresh for all; better, leave them to a backend and share its cookie.',
  reference: 'RFC 10017 §8.5',
}

/** A token that arrives in the address. */
export const accessTokenInAddress: StorageAdvice = {
  artifact: 'access_token',
  platform: 'Browser',
  place: 'The address bar and the history',
  readableBy: 'Anybody at the computer, extensions, synchronised devices, and any site that a redirect leads to',
  advice:
    'Keep tokens out of addresses: the code flow with PKCE puts a code there that is useless without its verifier.',
  reference: 'RFC 9700 §4.3.2',
}

/** What must outlive the trip to the authorization server. */
export const verifierInSessionStorage: StorageAdvice = {
  artifact: 'code_verifier',
  platform: 'Browser',
  place: 'sessionStorage, until the person is back',
  readableBy: 'Scripts of the origin in this tab, injected ones too',
  advice:
    'It binds the response to this browser and this sign-in. Use one value for each attempt, and delete it when the response arrives. A web app with a backend keeps it there instead.',
  reference: 'OWASP ASVS 5.0 §10.1.2',
}

/** A token that says who signed in, not one that opens anything. */
export const idTokenInPage: StorageAdvice = {
  artifact: 'id_token',
  platform: 'Browser',
  place: 'Memory of the page; most apps keep its claims and forget the token',
  readableBy: 'Scripts of this page, injected ones too',
  advice:
    'It opens no API and is sent to none. It contains personal data, so it does not belong in a store or a log. Only a logout request may need it again, as id_token_hint.',
  reference: 'OWASP ASVS 5.0 §14.3.3',
}

/** The key to a session that a backend keeps. */
export const appSessionCookie: StorageAdvice = {
  artifact: 'app_session',
  platform: 'Browser',
  place: 'A cookie: __Host- or __Host-Http-, Secure, HttpOnly, SameSite=Strict where the app allows it, else Lax',
  readableBy: 'The browser; no script',
  advice:
    'A random key without meaning, new at each sign-in, so that nobody can plant one in advance. An injected script can use it from the open page, but cannot carry it away. For a backend for a frontend Strict and __Host-Http- are recommended; Lax needs a reason.',
  reference: 'RFC 10017 §6.1.3.2',
}

/** The session at the authorization server. */
export const serverSessionCookie: StorageAdvice = {
  artifact: 'session',
  platform: 'Browser',
  place: 'A cookie of the authorization server’s own host: __Host-, Secure, HttpOnly, SameSite=Lax',
  readableBy: 'The browser; no app sees it, on whatever site',
  advice:
    'It signs in to every app without a password. It gets a new value when the person signs in or proves more. The server decides when it ends; an app can ask for that by sending the browser to the end_session_endpoint.',
  reference: 'RFC 6265bis §8.4',
}

/** The cookie by which a browser is known again. */
export const trustedDeviceCookie: StorageAdvice = {
  artifact: 'trusted_device',
  platform: 'Browser',
  place: 'A cookie of the authorization server’s own host: __Host-, Secure, HttpOnly',
  readableBy: 'The browser; no script. Programs that read the browser’s profile on the disk can copy it',
  advice:
    'It stands for a second factor: bind it to one person, let it expire, and let people revoke it. It never replaces the password.',
  reference: 'OWASP ASVS 5.0 §14.3.3',
}
