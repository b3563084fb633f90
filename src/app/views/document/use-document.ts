/** The document of the open scenario, made while somebody looks at it and kept afterwards. */
import { useEffect, useState } from 'react'
import type { Scenario } from '../../../scenario-kit/contract.ts'
import { namesIn } from '../../../scenario-kit/names.ts'
import type { Settings } from '../../../simulation/index.ts'
import { type BuildProgress, type BuiltDocument, buildDocument } from './build.ts'

/** How the making of a document stands. */
export type DocumentState =
  | { readonly type: 'building'; readonly progress: BuildProgress | undefined }
  /** `key` is another one for another document. */
  | { readonly type: 'built'; readonly key: string; readonly built: BuiltDocument }
  | { readonly type: 'failed'; readonly reason: string }

/** By scenario, version and names. A document is some hundred kilobytes, and there are few scenarios. */
const kept = new Map<string, BuiltDocument>()

/** Begins to make the document, and stops when nobody looks at it any more. */
export function useDocument(scenario: Scenario, settings: Settings): DocumentState {
  // Any other setting would make other runs of the outcomes.
  const names = namesIn(scenario, settings)
  const key = JSON.stringify([scenario.id, scenario.version, names])
  const [making, setMaking] = useState<{ readonly key: string; readonly state: DocumentState }>()

  useEffect(() => {
    if (kept.has(key)) return
    const stop = new AbortController()
    const tell = (state: DocumentState) => {
      if (!stop.signal.aborted) setMaking({ key, state })
    }
    const [, , chosen] = JSON.parse(key) as [string, number, Settings]
    buildDocument(scenario, chosen, {
      signal: stop.signal,
      onProgress: (progress) => tell({ type: 'building', progress }),
    }).then(
      (built) => {
        kept.set(key, built)
        tell({ type: 'built', key, built })
      },
      (problem: unknown) =>
        tell({ type: 'failed', reason: problem instanceof Error ? problem.message : String(problem) }),
    )
    return () => stop.abort()
  }, [scenario, key])

  const built = kept.get(key)
  if (built !== undefined) return { type: 'built', key, built }
  return making?.key === key ? making.state : { type: 'building', progress: undefined }
}
