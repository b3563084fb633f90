/** The protected resources of one API against the tokens of the run. */
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { Clause } from '../../../inspectors/parts/clause.tsx'
import type { AccessToken, ApiMatrix, Attempt, Cell, ProtectedRoute } from '../../../projections/authorization/index.ts'
import { selectRow } from '../../actions/view.ts'
import { selectClock } from '../../selectors/moment.ts'
import { useApp } from '../../state/store.ts'
import { claimFacts, routeDemands, tokenStanding } from './words.ts'

/** A row a resource, a column a token. */
export function ApiTable({ matrix, tokens }: { readonly matrix: ApiMatrix; readonly tokens: readonly AccessToken[] }) {
  const { actor, api, rows } = matrix
  const now = useApp(selectClock) / 1000
  const title = useApp(({ run }) => run.sequence.lanes.find(({ id }) => id === actor)?.title ?? actor)
  return (
    <div className="authorization-scroll">
      <table className="authorization-table">
        <caption>
          <strong>{title}</strong>{' '}
          {api.validation === 'jwt'
            ? 'checks the signature of each token itself (RFC 9068 §4).'
            : 'asks the authorization server about each token (RFC 7662).'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Protected resource</th>
            {tokens.map((token) => (
              <th key={token.name} scope="col">
                {token.name}
                <TokenFacts token={token} now={now} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ route, cells, withoutToken }) => (
            <tr key={`${route.method} ${route.path}`}>
              <th scope="row">
                <code>
                  {route.method} {route.path}
                </code>
                <Demands route={route} />
                {withoutToken.length > 0 && <Attempts attempts={withoutToken} label="Without a token" />}
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.token.name}
                  data-column={[cell.token.name, ...claimFacts(cell.token, now)].join(' · ')}
                  data-verdict={cell.verdict}
                >
                  <Verdict cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TokenFacts({ token, now }: { readonly token: AccessToken; readonly now: number }) {
  const standing = tokenStanding(token, now)
  return (
    <span className="authorization-facts">
      {standing !== undefined && <span className="authorization-over">{standing}</span>}
      {claimFacts(token, now).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  )
}

function Demands({ route }: { readonly route: ProtectedRoute }) {
  return (
    <span className="authorization-facts">
      {routeDemands(route).map((demand) => (
        <span key={demand}>{demand}</span>
      ))}
    </span>
  )
}

const VERDICTS = {
  allowed: { word: 'Allowed', Icon: CircleCheck },
  refused: { word: 'Refused', Icon: CircleX },
  unknown: { word: 'Not known', Icon: CircleHelp },
}

function Verdict({ cell: { verdict, refusal, attempts } }: { readonly cell: Cell }) {
  const { word, Icon } = VERDICTS[verdict]
  return (
    <>
      <span className="authorization-verdict">
        <Icon aria-hidden="true" />
        {word}
      </span>
      {refusal !== undefined && (
        <span className="authorization-why">
          {refusal.message} <Clause clause={refusal.clause} />
        </span>
      )}
      {verdict === 'unknown' && (
        <span className="authorization-why">It is opaque, and nobody has asked its issuer about it yet.</span>
      )}
      {attempts.length > 0 ? (
        <Attempts attempts={attempts} label="Tried" />
      ) : (
        <span className="authorization-untried">Not tried</span>
      )}
    </>
  )
}

/** What was tried; pressing one selects its row everywhere. */
function Attempts({ attempts, label }: { readonly attempts: readonly Attempt[]; readonly label: string }) {
  return (
    <span className="authorization-attempts">
      {label}:
      {attempts.map((attempt) => (
        <AttemptButton key={attempt.exchange} attempt={attempt} />
      ))}
    </span>
  )
}

function AttemptButton({ attempt: { exchange, step, status } }: { readonly attempt: Attempt }) {
  const sequence = useApp(({ run }) => run.sequence)
  const cursor = useApp(({ view }) => view.cursor)
  const rows = sequence.rows.slice(0, sequence.rowsAt(cursor)).filter((row) => row.exchange === exchange)
  const row = rows.find(({ isResponse }) => isResponse) ?? rows[0]
  return (
    <button
      type="button"
      className="authorization-attempt"
      data-refused={status >= 400 || undefined}
      title={`Select step ${step}, answered with ${status}`}
      onClick={() => selectRow(row?.index)}
    >
      step {step} → {status}
    </button>
  )
}
