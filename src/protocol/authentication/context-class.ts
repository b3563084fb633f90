/** What a sign-in is worth: the values of `acr` and `amr` that tokens carry. */
import type { ResolvedConfig } from '../state/config.ts'

/** Signed in by password alone. An `acr` is the issuer's own word (OpenID Connect Core §2); this is what it means here. */
export const singleFactor = 'urn:authlane:acr:single-factor'

/** Signed in by password and a second factor. */
export const multiFactor = 'urn:authlane:acr:multi-factor'

/** The `amr` value that says that more than one factor was used; it stands beside those of the factors (RFC 8176 §2). */
export const multipleMethods = 'mfa'

/** Every `acr` that a server can reach, weakest first; the discovery document lists them as `acr_values_supported`. */
export function reachableAcrValues({ users }: Pick<ResolvedConfig, 'users'>): readonly string[] {
  return users.some((user) => user.factors !== undefined) ? [singleFactor, multiFactor] : [singleFactor]
}

/** Whether a sign-in is at least as strong as the weakest of the wanted contexts. Nothing wanted is always reached. */
export function reachesContext(acr: string, wanted: readonly string[]): boolean {
  const weakestFirst = [singleFactor, multiFactor]
  return wanted.length === 0 || wanted.some((value) => weakestFirst.indexOf(acr) >= weakestFirst.indexOf(value))
}
