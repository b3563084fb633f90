/** Where each artifact belongs on each kind of platform, who can read it there, and where that is written. */
import { Clause } from '../../../inspectors/parts/clause.tsx'
import type { StorageAdvice } from '../../../scenario-kit/contract.ts'

interface PlatformsProps {
  readonly advice: readonly StorageAdvice[]
  /** The artifact that was asked for. */
  readonly wanted: string | undefined
}

/** One table an artifact, one row a platform. */
export function Platforms({ advice, wanted }: PlatformsProps) {
  const artifacts = [...new Set(advice.map(({ artifact }) => artifact))]
  return (
    <section className="storage-platforms" aria-labelledby="storage-platforms-title">
      <h3 id="storage-platforms-title">Where it belongs, by platform</h3>
      {artifacts.map((artifact) => (
        <table
          key={artifact}
          className="storage-table"
          data-advice={artifact}
          data-wanted={artifact === wanted || undefined}
          tabIndex={-1}
        >
          <caption>{titleOf(artifact)}</caption>
          <thead>
            <tr>
              <th scope="col">Platform</th>
              <th scope="col">Place</th>
              <th scope="col">Readable by</th>
              <th scope="col">Advice</th>
            </tr>
          </thead>
          <tbody>
            {advice
              .filter((row) => row.artifact === artifact)
              .map(({ platform, place, readableBy, advice: text, reference }) => (
                <tr key={`${platform} ${place}`}>
                  <th scope="row">{platform}</th>
                  <td data-column="Place">{place}</td>
                  <td data-column="Readable by">{readableBy}</td>
                  <td data-column="Advice">
                    {text} <Clause clause={reference} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

/** “Access token”, “ID token”. */
function titleOf(artifact: string): string {
  const words = artifact.replaceAll('_', ' ')
  return `${words[0]?.toUpperCase()}${words.slice(1)}`.replace(/^(Id|Api)\b/, (word) => word.toUpperCase())
}
