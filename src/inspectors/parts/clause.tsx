/** The name of a clause, as a link to the specification where there is one. */
import { specificationUrl } from '../../reference/specifications.ts'

/** `RFC 7636 §4.6` as a link; `policy` in words. */
export function Clause({ clause }: { readonly clause: string }) {
  const url = specificationUrl(clause)
  if (url === undefined) {
    return (
      <span className="clause">{clause === 'policy' ? 'This server’s policy, not in any specification' : clause}</span>
    )
  }
  return (
    <a className="clause" href={url} target="_blank" rel="noreferrer">
      {clause}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
