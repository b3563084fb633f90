/** Token type identifiers (RFC 8693 §3). */

/** An access token, whichever its format. */
export const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token'
/** An ID Token. */
export const idTokenType = 'urn:ietf:params:oauth:token-type:id_token'
/** A JWT, whatever it is for. */
export const jwtType = 'urn:ietf:params:oauth:token-type:jwt'
