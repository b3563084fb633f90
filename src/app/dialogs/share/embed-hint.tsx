/** What the player is, and where its host lets it be shown. */
import { useEffect, useState } from 'react'
import { framingHint } from './framing.ts'

/** The hint beside the snippet; who may frame the page follows once the host has answered. */
export function EmbedHint() {
  const [framing, setFraming] = useState<string>()
  useEffect(() => {
    const asking = new AbortController()
    // HEAD, because the service worker answers a GET from what it has kept.
    fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal: asking.signal }).then(
      ({ headers }) => setFraming(framingHint(headers)),
      () => undefined,
    )
    return () => asking.abort()
  }, [])
  return (
    <span className="share-hint" role="status">
      {framing ?? 'A player as tall as it needs to be, with nothing around it.'}
    </span>
  )
}
