/** The parties of the flow: a browser, the app that runs in it, an authorization server and an API. */
import { html, type Markup, markup } from '../../http/index.ts'
import type { PolicyOptions } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteIdTokenAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { API, APP, APP_NAME, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { createCallback as createEffect } from './callback-effect.ts'
import { createCallback as createEffectOnce } from './callback-effect-once.ts'
import { type ClientConfig, callApi, finishSignIn, signIn, type Tokens } from './client.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'

/** What finishes a sign-in, made anew for each load of the page. */
const CALLBACKS: Readonly<Record<Settings['callback'], () => typeof finishSignIn>> = {
  load: () => finishSignIn,
  effect: createEffect,
  effect_once: createEffectOnce,
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: settings.redirect_uri,
    scope: settings.scope,
    api: API,
  }
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: policy(settings),
    validation: settings.token_format === 'opaque' ? 'introspection' : 'jwt',
  })

  /** The app's memory: gone when its page is. */
  let tokens: Tokens | undefined
  /** True from the moment the app leaves for the authorization server until it is back. */
  let isPending = false

  async function load(page: Page): Promise<void> {
    tokens = undefined
    if (page.url.pathname === '/') return
    isPending = false
    const callback = CALLBACKS[settings.callback]()
    // So does StrictMode (react.dev/reference/react/StrictMode): effect, clean-up, effect, before anything awaited has come.
    if (settings.callback !== 'load') start(page, 'effect-2', (tab) => finish(page, callback(tab, config)))
    await finish(page, callback(page.globals, config))
  }

  async function finish(page: Page, redemption: Promise<Tokens>): Promise<void> {
    const redeemed = await redemption
    if (redeemed === tokens) return
    tokens = redeemed
    noteStateAccepted(simulation, 'app')
    if (tokens.id_token !== undefined) noteIdTokenAccepted(simulation, 'app')
    page.show(signedInPage(markup`<p>The tokens are in the app’s memory. Now it can call the API in Ada’s name.</p>`))
  }

  /** What the app refuses or cannot do becomes a page that says so. */
  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    const isOver = error instanceof SignInError && !error.code.startsWith('http_')
    if (isOver) tokens = undefined
    page.show(failedPage(alert, tokens !== undefined))
  }

  const { userAgent, pageAction, start } = createTabApp(simulation, { load, fail })

  return {
    actors: namedActors(settings, { browser: 'browser', app: 'app', auth: 'server', api: 'server' }),
    origins: {
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : signingInPage()),
      },
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: { ...tokens } }),
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => {
        isPending = true
        return signIn(page.globals, config)
      }),
      pageAction(WINDOW, 'call-api', 'Call the API', async (page) => {
        if (tokens === undefined) return
        const result = await callApi(page.globals, config, tokens)
        tokens = result.tokens
        page.show(signedInPage(markup`<p>The API answered:</p><pre>${JSON.stringify(result.data, null, 2)}</pre>`))
      }),
      {
        id: 'forged-callback',
        label: 'Open an attacker’s link',
        hint: 'A link in an email leads to the app’s callback with the attacker’s code: login CSRF.',
        place: 'stage',
        available: () => isPending,
        run: () => userAgent.visit(WINDOW, `${APP}/callback?code=attackers-own-code&state=forged&iss=${ISSUER}`),
      },
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}

function policy(settings: Settings): PolicyOptions {
  return {
    lifetimes: {
      access_token: settings.access_token_lifetime,
      refresh_token: settings.refresh_token_lifetime,
      authorization_code: settings.code_lifetime,
    },
    refreshTokenRotation: settings.rotation,
    pkce: settings.pkce,
    accessTokenFormat: settings.token_format === 'opaque' ? 'opaque' : 'jwt',
  }
}

function startPage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there, and allow this app to see them.</p>`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}

function signingInPage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Signing you in …',
    body: markup`<p>The app exchanges the code for tokens.</p>`,
  })
}

function signedInPage(body: Markup): string {
  return appPage({
    app: APP_NAME,
    title: 'Signed in',
    body,
    actions: [{ action: 'call-api', label: 'Call the API', isPrimary: true }],
  })
}

function failedPage(alert: string, isSignedIn: boolean): string {
  return appPage({
    app: APP_NAME,
    title: isSignedIn ? 'That did not work' : 'You are not signed in',
    body: markup`<p>Nothing was changed.</p>`,
    alert,
    actions: isSignedIn
      ? [{ action: 'call-api', label: 'Call the API', isPrimary: true }]
      : [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}
