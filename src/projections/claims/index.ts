/** Two tokens claim by claim, with what each difference means. */
import type { Json } from '../../lib/json.ts'
import { type ClaimMeaning, meaningOf } from './meanings.ts'
import type { NamedClaims } from './named-claims.ts'

/** A claim of two tokens side by side. */
export interface ClaimComparison {
  readonly name: string
  /** Strings as they are, anything else as JSON; `undefined` where the token does not have it. */
  readonly one: string | undefined
  readonly other: string | undefined
  readonly isSame: boolean
  /** What the difference means, in plain words; absent where nothing differs or the claim is nobody's standard. */
  readonly meaning?: string
  /** False for what two tokens of one kind never share, such as `jti`: it differs without saying anything. */
  readonly isTelling: boolean
}

/** Every claim of either token: what differs and tells first, then what differs, then what is the same. */
export function compareClaims(one: NamedClaims, other: NamedClaims): readonly ClaimComparison[] {
  const names = new Set([...Object.keys(one.claims), ...Object.keys(other.claims)])
  return [...names]
    .map((name): ClaimComparison => {
      const values = { one: claimText(one.claims[name]), other: claimText(other.claims[name]) }
      if (values.one === values.other) return { name, ...values, isSame: true, isTelling: false }
      return { name, ...values, isSame: false, ...described(meaningOf(name, one, other)) }
    })
    .sort((left, right) => rank(left) - rank(right))
}

/** The value of a claim as it is shown. */
export function claimText(value: Json | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
}

/** A claim that nobody standardised may say anything. */
function described(meaning: ClaimMeaning | undefined): Pick<ClaimComparison, 'meaning' | 'isTelling'> {
  return meaning === undefined ? { isTelling: true } : { meaning: meaning.text, isTelling: meaning.isTelling }
}

function rank({ isSame, isTelling }: ClaimComparison): number {
  if (isSame) return 2
  return isTelling ? 0 : 1
}
