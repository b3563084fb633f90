/** The paste itself, with the parts that were understood marked, and secrets shortened. */
import type { Diagnosis } from '../../guidance/diagnosis/index.ts'
import { PARAMETER_MEANINGS } from '../../reference/parameters.ts'

/** Whoever has these can use them, so they are not shown in full. */
const SECRETS = ['code', 'access_token', 'id_token', 'refresh_token', 'client_secret', 'code_verifier']

/** What is shown of a long paste, in characters. */
const LONGEST_SHOWN = 3000

/** The paste. What a part means is its tooltip; the colour says what kind of part it is, and so does its underline. */
export function MarkedPaste({
  text,
  diagnosis: { marks, fields },
}: {
  readonly text: string
  readonly diagnosis: Diagnosis
}) {
  const parts: { readonly key: number; readonly text: string; readonly what?: string; readonly title?: string }[] = []
  let end = 0
  for (const { from, to, what } of marks) {
    if (from > LONGEST_SHOWN) break
    if (from > end) parts.push({ key: end, text: text.slice(end, from) })
    const field = fields.find(({ span }) => span.from === from && span.to === to)
    const isSecret = what === 'token' || SECRETS.includes(field?.name ?? '')
    const value = text.slice(from, to)
    const meaning = PARAMETER_MEANINGS.get(field?.name ?? '')
    parts.push({
      key: from,
      text: isSecret && value.length > 8 ? `${value.slice(0, 6)}…` : value,
      what,
      ...(field !== undefined && { title: meaning === undefined ? field.name : `${field.name}: ${meaning}` }),
    })
    end = to
  }
  if (end < Math.min(text.length, LONGEST_SHOWN)) parts.push({ key: end, text: text.slice(end, LONGEST_SHOWN) })
  return (
    <figure className="diagnosis-paste">
      <figcaption>
        {marks.length === 0 ? 'Nothing in it was understood.' : 'What was understood is marked; secrets are shortened.'}
      </figcaption>
      <pre>
        {parts.map(({ key, text: part, what, title }) =>
          what === undefined ? (
            <span key={key}>{part}</span>
          ) : (
            <mark key={key} data-what={what} title={title}>
              {part}
            </mark>
          ),
        )}
      </pre>
    </figure>
  )
}
