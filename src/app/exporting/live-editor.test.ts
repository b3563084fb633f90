import { unzlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { fromBase64url, fromUtf8 } from '../../lib/encoding.ts'
import { liveEditorLink } from './live-editor.ts'

test('carries the text in the fragment, as the live editor reads it', () => {
  const code = 'sequenceDiagram\n  participant p0 as Browser → “App”\n'
  const [address, state = ''] = liveEditorLink(code).split('#pako:')
  expect(address).toBe('https://mermaid.live/edit')
  expect(JSON.parse(fromUtf8(unzlibSync(fromBase64url(state) ?? new Uint8Array())))).toEqual({
    code,
    mermaid: '{"theme":"default"}',
    autoSync: true,
    updateDiagram: true,
  })
})
