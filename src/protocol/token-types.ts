/** Token type identifiers (RFC 8693 §3). */

/** An access token, whichever its format. */
export const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token'
/** An ID Token. */
export const idTokenType = 'urn:ietf:params:oauth:token-type:id_token'
/** A JWT, whatever it is for. */
export const jwtType = 'urn:ietf:params:oauth:token-type:jwt'
/** An identity assertion that another authorization server takes for a grant (ID-JAG). */
export const idJagType = 'urn:ietf:params:oauth:token-type:id-jag'
/** The `typ` of an identity assertion, which tells it from every other JWT (RFC 8725 §3.11). */
export const idJagTyp = 'oauth-id-jag+jwt'
