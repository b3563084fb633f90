/** The link that opens a text in the Mermaid live editor. Nothing is sent until somebody follows it. */
import { zlibSync } from 'fflate'
import { base64url, utf8 } from '../../lib/encoding.ts'

/** The host that gets the text. */
export const LIVE_EDITOR_HOST = 'mermaid.live'

/** The editor's own format: its state as JSON, deflated with a zlib header (`pako`), in base64url after the `#`. */
export function liveEditorLink(code: string): string {
  const state = { code, mermaid: JSON.stringify({ theme: 'default' }), autoSync: true, updateDiagram: true }
  return `https://${LIVE_EDITOR_HOST}/edit#pako:${base64url(zlibSync(utf8(JSON.stringify(state)), { level: 9 }))}`
}
