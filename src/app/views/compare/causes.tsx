/** Why two runs differ: each setting that does, or else what was done otherwise. */
import type { ComparedRuns } from '../../split/compared-runs.ts'
import './causes.css'

/** A table of what differs; nothing between runs that are the same. */
export function Causes({ titles, settings, cause }: Pick<ComparedRuns, 'titles' | 'settings' | 'cause'>) {
  const causes = settings.length > 0 || cause === undefined ? settings : [cause]
  if (causes.length === 0) return null
  return (
    <table className="compare-causes">
      <caption>What differs</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{titles[0]}</th>
          <th scope="col">{titles[1]}</th>
        </tr>
      </thead>
      <tbody>
        {causes.map(({ label, left, right }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{left}</td>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
