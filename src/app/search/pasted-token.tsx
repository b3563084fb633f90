/** A token that was pasted, decoded: its header and claims, what they mean, and times against this device's clock. */

import type { PastedToken as Token } from '../../guidance/diagnosis/index.ts'
import { type Claim, claimRows } from '../../inspectors/token/claims.ts'
import { CLAIM_MEANINGS, HEADER_MEANINGS } from '../../reference/claims.ts'

/** No table is longer: a token may come from anywhere. */
const MOST_ROWS = 60

/** Two tables. The signature is not checked: that takes the issuer's keys. */
export function PastedToken({ token }: { readonly token: Token }) {
  const now = Math.floor(Date.now() / 1000)
  return (
    <div className="diagnosis-token">
      {token.type === 'jwt' && <Rows title="Header" rows={claimRows(token.header, HEADER_MEANINGS, now)} />}
      <Rows title="Claims" rows={claimRows(token.claims, CLAIM_MEANINGS, now)} />
      <p className="diagnosis-meaning">Decoded, not verified: checking the signature takes the issuer’s keys.</p>
    </div>
  )
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Claim[] }) {
  return (
    <table className="inspector-table diagnosis-fields">
      <caption>{title}</caption>
      <tbody>
        {rows.slice(0, MOST_ROWS).map(({ name, value, meaning, instant, relative, isAgainst }) => (
          <tr key={name} data-against={isAgainst}>
            <td>
              <code>{name.slice(0, 60)}</code>
            </td>
            <td>
              <code>{value.slice(0, 300)}</code>
              {instant !== undefined && (
                <p className="diagnosis-time">
                  {instant}, {relative}
                  {hereOf(instant)}
                </p>
              )}
              {meaning !== undefined && <p>{meaning}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same moment on the clock of this device; nothing where that shows UTC. */
function hereOf(instant: string): string {
  const moment = new Date(instant.replace(' UTC', 'Z').replace(' ', 'T'))
  if (Number.isNaN(moment.getTime()) || moment.getTimezoneOffset() === 0) return ''
  return ` (${moment.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })} here)`
}
