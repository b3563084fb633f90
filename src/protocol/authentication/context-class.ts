/** What a sign-in is worth: the values of `acr` and `amr` that tokens carry. */

/** Signed in by password alone. An `acr` is the issuer's own word (OpenID Connect Core §2); this is what it means here. */
export const singleFactor = 'urn:authlane:acr:single-factor'

/** Every `acr` that the server can reach, weakest first; the discovery document lists them as `acr_values_supported`. */
export const acrValues: readonly string[] = [singleFactor]
