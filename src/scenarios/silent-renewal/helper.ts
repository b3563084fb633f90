/** A hosted helper that signs people in for apps, and hands over the result in a frame; and how an app asks it. */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import {
  finishSignIn,
  type SignInConfig,
  signIn,
  type TokenResponse,
} from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** Leaves for the helper, which signs the person in. */
export function signInByHelper({ location, sessionStorage }: TabGlobals, helper: string): void {
  // #region helper
  sessionStorage.setItem('by-helper', 'begun')
  location.assign(`${helper}/start`)
  // #endregion
}

/** Whether this page is the one that the helper sends the browser back to. */
export function isBackFromHelper({ sessionStorage }: TabGlobals): boolean {
  const isBack = sessionStorage.getItem('by-helper') !== null
  sessionStorage.removeItem('by-helper')
  return isBack
}

/** Asks the helper in a frame how the sign-in went. Throws {@link SignInError}. */
export async function askHelper({ addEventListener, document }: TabGlobals, helper: string): Promise<TokenResponse> {
  // #region helper
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = `${helper}/result`
  const result = await new Promise<string>((resolve) => {
    addEventListener('message', ({ data, origin }) => origin === helper && resolve(data))
    document.body.append(frame)
  }).finally(() => frame.remove())
  if (result !== '') return JSON.parse(result)
  throw new SignInError('missing_initial_state', 'Unable to process request due to missing initial state.')
  // #endregion
}

/** The helper’s own pages: it begins the sign-in, ends it, and says in a frame how it went. */
export async function runHelper(
  tab: TabGlobals,
  config: SignInConfig & { readonly scope: string },
  app: string,
): Promise<void> {
  const { localStorage, location, parent } = tab
  // #region helper
  switch (location.pathname) {
    case '/start':
      return signIn(tab, config, { scope: config.scope })
    case '/handler': {
      const { tokens } = await finishSignIn(tab, config)
      localStorage.setItem('result', JSON.stringify(tokens))
      return location.assign(`${app}/`)
    }
    default:
      // In a frame of another site this is not the storage that /handler has written to.
      parent.postMessage(localStorage.getItem('result') ?? '', app)
      localStorage.removeItem('result')
  }
  // #endregion
}
