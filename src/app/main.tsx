/** Starts the page: what was kept, what the address asks for, the effects, and the first picture. */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { trustScriptsOf } from '../lib/trusted-types.ts'
import { App } from './app.tsx'
import { startEffects } from './effects/index.ts'
import { readyWebCrypto } from './web-crypto.ts'

trustScriptsOf(location.origin)
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element “root”.')
readyWebCrypto().then(
  () => {
    startEffects()
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  },
  () => {
    root.textContent =
      'Authlane did not load whole. Over plain HTTP it needs a file more, and that did not come: reload to try again.'
  },
)
