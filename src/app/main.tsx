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

trustScriptsOf(location.origin)
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element “root”.')
if (isSecureContext) {
  startEffects()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
} else {
  // Without it there is no `crypto.subtle`: no signature, no PKCE, no run.
  root.textContent =
    'Authlane needs HTTPS or localhost: a browser gives no cryptography to a page that came by plain HTTP.'
}
