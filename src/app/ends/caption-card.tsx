/** The selected step in one sentence, where there is no room for more. */
import { CircleX, MessageSquareText } from 'lucide-react'
import { selectNarration } from '../selectors/narration.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'

/** A card with the sentence; nothing before the first step. */
export function CaptionCard() {
  const sentence = useApp(selectNarration)?.sentence
  const isError = useApp((state) => selectRow(state)?.tone === 'error')
  if (sentence === undefined) return null
  return (
    <section className="end-card" data-outcome={isError ? 'failure' : undefined} aria-label="This step">
      {isError ? <CircleX aria-hidden="true" /> : <MessageSquareText aria-hidden="true" />}
      <p>{sentence}</p>
    </section>
  )
}
