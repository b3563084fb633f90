/** What the registered header parameters and claims say, in one line each (RFC 7515 §4, RFC 7519 §4.1, RFC 9068, OpenID Connect Core §2). */

/** Header parameters of a JWS. */
export const HEADER_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['alg', 'How it is signed. A verifier decides what it accepts; it never trusts the token'],
  ['typ', 'What kind of token it is: at+jwt is an access token'],
  ['kid', 'Which of the issuer’s keys signed it'],
  ['crit', 'Extensions that must be understood'],
  ['jwk', 'The public key of whoever signed; only for proofs of possession'],
])

/** Claims. */
export const CLAIM_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['iss', 'Who issued it'],
  ['sub', 'Who it is about: the person’s stable id at the issuer'],
  ['aud', 'Who may accept it. Everybody else must refuse it'],
  ['azp', 'The app that it was issued to'],
  ['client_id', 'The app that asked for it'],
  ['exp', 'It must not be accepted from this moment on'],
  ['nbf', 'It must not be accepted before this moment'],
  ['iat', 'When it was issued'],
  ['auth_time', 'When the person signed in; a refresh does not change it'],
  ['jti', 'Its own id, so that it can be revoked or recognised'],
  ['scope', 'What it allows'],
  ['nonce', 'In an ID token the value that the app sent; in a proof the one that the server handed out'],
  ['acr', 'How strong the sign-in was'],
  ['amr', 'What the person proved: pwd is a password, otp a one-time code'],
  [
    'roles',
    'The roles that the person has here (RFC 9068 §2.2.3.1). That no client can ask for it is this server’s policy',
  ],
  ['sid', 'The session at the issuer that it belongs to'],
  ['at_hash', 'Half of the access token’s hash: ties the two together'],
  ['c_hash', 'Half of the code’s hash: ties the two together'],
  ['cnf', 'The key that the sender must prove it holds'],
  ['act', 'Who acts on the person’s behalf'],
  ['name', 'The person’s name'],
  ['email', 'The person’s email address'],
  ['email_verified', 'Whether the issuer has checked the address'],
  ['htm', 'The method of the one request that this proof is for'],
  ['htu', 'The URL of the one request that this proof is for'],
])
