/** Where a rule over a recording stands: in a specification, or in the experience of many. */
import { Clause } from '../../../inspectors/parts/clause.tsx'

/** `RFC 7636 §4.6` as a link. */
export function RuleClause({ clause }: { readonly clause: string }) {
  return clause === 'policy' ? (
    <span className="clause">Good practice, not in any specification</span>
  ) : (
    <Clause clause={clause} />
  )
}
