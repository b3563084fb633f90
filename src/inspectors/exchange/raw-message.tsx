/** A message as it stands on the wire, coloured and wrapped; long values are folded. */
import { Folded } from '../parts/folded.tsx'
import type { Piece, RawMessage as RawMessageModel } from './raw-http.ts'

/** The raw text of a message. A page's markup is closed at first. */
export function RawMessage({ message, label }: { readonly message: RawMessageModel; readonly label: string }) {
  const { startLine, headers, body, isPage, bodyLength } = message
  return (
    <figure className="raw" aria-label={label}>
      <Line pieces={startLine} />
      {headers.map((line) => (
        <Line key={line.map(({ text }) => text).join('')} pieces={line} isHanging />
      ))}
      {body.length > 0 &&
        (isPage ? (
          <details>
            <summary>Page of {bodyLength} characters</summary>
            <Lines lines={body} />
          </details>
        ) : (
          <div className="raw-body">
            <Lines lines={body} />
          </div>
        ))}
    </figure>
  )
}

function Lines({ lines }: { readonly lines: readonly (readonly Piece[])[] }) {
  return lines.map((pieces, number) => {
    const key = `${number}`
    return <Line key={key} pieces={pieces} />
  })
}

function Line({ pieces, isHanging = false }: { readonly pieces: readonly Piece[]; readonly isHanging?: boolean }) {
  return (
    <div className={isHanging ? 'raw-line raw-line-hanging' : 'raw-line'}>
      {pieces.map((piece, number) => {
        const key = `${number}`
        return (
          <span key={key} className={`raw-${piece.kind}`}>
            <Folded text={piece.text} />
          </span>
        )
      })}
    </div>
  )
}
