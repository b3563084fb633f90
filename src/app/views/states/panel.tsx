/** The sign-in state machine as the server runs it: a diagram with the current state lit, and the table of guards. */
import { MermaidView } from '../../../diagram/mermaid/index.ts'
import { stateDiagram } from '../../../projections/sign-in/index.ts'
import { signInTransitions } from '../../../protocol/index.ts'
import { selectSignIn } from '../../selectors/sign-in.ts'
import { selectTheme } from '../../selectors/theme.ts'
import { useApp } from '../../state/store.ts'
import './panel.css'

/** Diagram and table at the cursor. */
export default function States() {
  const { state, firings } = useApp(selectSignIn)
  const theme = useApp(selectTheme)
  const newest = firings.at(-1)?.step
  const fired = firings.filter(({ step }) => step === newest).map(({ row }) => row)
  return (
    <div className="states">
      <p className="states-now">
        The sign-in is at <strong>{state}</strong>
        {newest === undefined ? '. No guard has fired yet.' : `. Guards last fired in step ${newest}.`}
      </p>
      <div className="states-diagram">
        <MermaidView
          text={stateDiagram(signInTransitions, state, fired)}
          theme={theme}
          live="Drawn by Mermaid from the table that the server runs on."
        />
      </div>

      <table className="states-table">
        <caption>Guards: in a state, when this happens and the guard holds, go there.</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">When</th>
            <th scope="col">Guard</th>
            <th scope="col">Then</th>
            <th scope="col">Fired</th>
          </tr>
        </thead>
        <tbody>
          {signInTransitions.map((row) => {
            const last = firings.findLast((firing) => firing.row === row)?.step
            return (
              <tr key={`${row.from} ${row.event} ${row.guard}`} data-fired={fired.includes(row) || undefined}>
                <th scope="row">{row.from}</th>
                <td data-column="When">{row.event}</td>
                <td data-column="Guard">
                  <code>{row.guard}</code>
                </td>
                <td data-column="Then">{row.to}</td>
                <td data-column="Fired">{last === undefined ? 'not yet' : `step ${last}`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
