/** Which account of the broker somebody is who comes from upstream: the decision that everything hangs on. */

/** Who signed in upstream, as that server says. */
export type Person = {
  readonly iss: string
  readonly sub: string
  readonly name: string
  readonly email: string
  readonly email_verified: boolean
  /** How they proved it there (RFC 8176). */
  readonly amr: readonly string[]
}

/** An account of the broker. */
export interface Account {
  readonly sub: string
  readonly username: string
  readonly email: string
  /** Whether somebody who reads mail at the address has confirmed it. */
  readonly email_verified: boolean
}

/** The accounts, and who from upstream each belongs to. */
export interface Directory {
  /** By issuer and subject identifier. */
  linkedTo(person: Person): Account | undefined
  withEmail(email: string): Account | undefined
  withPassword(username: string, password: string): Account | undefined
  create(person: Person): Account
  /** Remembers that they are the same. */
  link(person: Person, account: Account): void
}

/** When an account with the same email address is theirs. */
export type Linking = 'any_email' | 'verified_email' | 'after_sign_in' | 'never'

/** An account; or somebody has it who must be asked first, and who that is, is not told to whoever comes. */
export type Choice =
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'ask' }
  | { readonly type: 'refuse' }

/** Finds the account of a person from upstream, or makes one. */
export function chooseAccount(directory: Directory, linking: Linking, person: Person): Choice {
  // #region linking
  // Issuer and subject together are all that stays the same (OpenID Connect Core §5.7).
  const known = directory.linkedTo(person)
  if (known !== undefined) return { type: 'account', account: known }

  const namesake = directory.withEmail(person.email)
  const areBothVerified = person.email_verified && namesake?.email_verified === true
  if (namesake !== undefined && (linking === 'any_email' || (linking === 'verified_email' && areBothVerified))) {
    directory.link(person, namesake)
    return { type: 'account', account: namesake }
  }
  if (namesake !== undefined && linking === 'after_sign_in') return { type: 'ask' }
  if (namesake !== undefined && linking === 'never') return { type: 'refuse' }

  const account = directory.create(person)
  directory.link(person, account)
  return { type: 'account', account }
  // #endregion
}
