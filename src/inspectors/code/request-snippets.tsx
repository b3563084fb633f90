/** The selected request as a program, in the language of whoever has to send it. */
import { useId, useState } from 'react'
import type { HttpRequest } from '../../http/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import '../../ui/field.css'
import { SNIPPETS, writeSnippet } from './snippets/index.ts'

/** Closed at first. What it shows is generated from the recorded request, and is no part of the scenario's code. */
export function RequestSnippets({ request }: { readonly request: HttpRequest }) {
  const [chosen, setChosen] = useState<string>(SNIPPETS[0].id)
  const id = useId()
  const snippet = SNIPPETS.find((candidate) => candidate.id === chosen) ?? SNIPPETS[0]
  const text = writeSnippet(snippet, request)
  return (
    <details className="snippets">
      <summary>This request in other languages</summary>
      <p className="snippets-choice">
        <label htmlFor={id}>Language</label>
        <select id={id} className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {SNIPPETS.map(({ id: language, title }) => (
            <option key={language} value={language}>
              {title}
            </option>
          ))}
        </select>
        <CopyButton text={text} label="Copy" size="small" />
      </p>
      <figure aria-label={snippet.title}>
        <pre className="snippets-text">
          <code>{text}</code>
        </pre>
      </figure>
      <p className="code-title">
        Written from the recorded request. Its hosts are simulated: replace them with your own.
      </p>
    </details>
  )
}
