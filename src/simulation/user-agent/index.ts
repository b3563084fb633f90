/** The simulated user agent: windows with history, pages with scripts, one cookie jar and one storage for the whole browser. */
import { header, mediaType } from '../../http/index.ts'
import { notFound, SimulationError } from '../errors.ts'
import { createActionReader, readLinks } from '../form-reader.ts'
import type { Simulation } from '../world.ts'
import { createBroadcastChannels } from './broadcast.ts'
import { CLOSED_PAGE, failurePage, plainPage } from './browser-pages.ts'
import { createCookieExchange } from './cookie-exchange.ts'
import { frameWithForm, submissionOf } from './forms.ts'
import { createWindowMessages, framingRefusal, storageKeyOf } from './frames.ts'
import { createPageLifecycle } from './lifecycle.ts'
import { createLockManager } from './locks.ts'
import { type NavigationRequest, navigate } from './navigation.ts'
import type { Page, PageApp } from './page.ts'
import { createPageFrames, parentOf } from './page-frames.ts'
import { createPopups, openerPolicyOf } from './popups.ts'
import { prefetchLinks } from './prefetch.ts'
import { createScriptFetch, preflightKey } from './script-fetch.ts'
import {
  createLocation,
  createPageCrypto,
  createPageListener,
  createTimers,
  type TabGlobals,
} from './script-globals.ts'
import { readReferrerPolicy } from './site.ts'
import { createStorageAreas } from './storage.ts'
import { createStorageEvents } from './storage-events.ts'
import type { UserAgent, UserAgentOptions } from './user-agent.ts'
import {
  type BrowserWindow,
  createWindow,
  type Document,
  documentOf,
  type HistoryEntry,
  topPage,
  windowOf,
} from './window.ts'

export type { PopupHandle } from './opener.ts'
export type { Page } from './page.ts'
export type { TabGlobals } from './script-globals.ts'
export type { EarlierPage, UserAgent, UserAgentOptions } from './user-agent.ts'

/** Creates a browser without windows. */
export function createUserAgent(simulation: Simulation, options: UserAgentOptions): UserAgent {
  const { clock, network, tasks, random, record, note } = simulation
  const windows = new Map<string, BrowserWindow>()
  const cookies = createCookieExchange(clock.now, options.actor, record, options)
  const sessionStorage = createStorageAreas()
  const localStorage = createStorageAreas()
  const locks = createLockManager()
  const storageEvents = createStorageEvents()
  const messages = createWindowMessages()
  const channels = createBroadcastChannels()
  const preflights = new Map<string, number>()
  const popups = createPopups({ browser: options.actor, windows, messages, now: clock.now, load, close, record })

  function find(id: string): BrowserWindow {
    const found = windows.get(id)
    if (found === undefined) throw notFound('unknown_target', 'window', id, [...windows.keys()])
    return found
  }

  /** Leaves what a window does now and loads something else in it. */
  function load(target: BrowserWindow, request: NavigationRequest, entry: 'push' | 'replace' | number): void {
    stop(target.id, 'The window went elsewhere before the answer came.')
    target.pendingUrl = request.url
    tasks.start(target.id, options.actor, async () => {
      const onHop = (url: URL) => {
        target.pendingUrl = url
      }
      try {
        const top = topPage(target)
        const check = popups.check(target)
        const userAgentHeader = options.userAgentHeader?.(target.id)
        const hops = { onHop, onResponse: check.seen }
        const context = { task: target.id, actor: options.actor, network, cookies, top, userAgentHeader, ...hops }
        const { url, request: last, response } = await navigate(context, request)
        const refusal = top && framingRefusal(response, url, top)
        if (refusal !== undefined) {
          const what = `A page of ${url.host} was not shown in a frame`
          record({ type: 'refused', actor: options.actor, what, reason: refusal })
          const refused = plainPage(url.host, `${url.host} refused to connect.`)
          return commit(target, { url, request: last, html: refused }, entry)
        }
        const isHtml = mediaType(response) === 'text/html'
        const text = isHtml ? response.body : plainPage(`${response.status} ${url.host}`, response.body)
        const policy = options.obeysReferrerPolicy ? readReferrerPolicy(header(response, 'referrer-policy')) : undefined
        const openerPolicy = openerPolicyOf(response)
        commit(target, { url, request: last, html: text, referrerPolicy: policy, openerPolicy }, entry)
        if (top === undefined) check.commit()
        const app = options.apps[url.origin]
        if (app !== undefined && isHtml && response.status < 400) start(target, app)
        if (options.prefetchesLinks) prefetchLinks(target, { ...context, tasks, stop })
      } catch (error) {
        if (error instanceof SimulationError) throw error
        const { html, reason } = failurePage(error)
        if (reason !== undefined) note(options.actor, reason)
        commit(target, { url: target.pendingUrl ?? request.url, request, html }, entry)
      }
    })
  }

  function stop(task: string, reason: string): void {
    tasks.abandon(task)
    network.abandon(task, reason)
  }

  /** The window is gone: its page with all that it had begun, and what it was loading. */
  function close(target: BrowserWindow): void {
    if (target.popup !== undefined) target.popup.state = 'closed'
    stop(target.id, 'The window was closed before the answer came.')
    const url = new URL('about:blank')
    const request: NavigationRequest = { url, method: 'GET', body: '', initiator: undefined }
    commit(target, { url, request, html: CLOSED_PAGE }, 'replace')
  }

  function commit(target: BrowserWindow, document: Document, entry: 'push' | 'replace' | number): void {
    target.leave()
    target.leave = () => undefined
    target.pages += 1
    target.document = document
    target.pendingUrl = undefined
    target.page = undefined
    const history: HistoryEntry = { url: document.url, method: document.request.method, body: document.request.body }
    if (typeof entry === 'number') {
      target.position = entry
      target.history[entry] = history
      return
    }
    if (entry === 'push') target.position += 1
    target.history.splice(Math.max(0, target.position), target.history.length, history)
    target.position = target.history.length - 1
  }

  function start(target: BrowserWindow, app: PageApp): void {
    const actor = typeof app.actor === 'string' ? app.actor : app.actor(target.id)
    const script = `${target.id}/${actor}`
    const begun = new Set([script])
    const document = target.document as Document
    const generation = target.pages
    const isCurrent = () => target.pages === generation
    const isBusy = () => [...begun].some((task) => tasks.isBusy(task))
    const { url } = document
    const top = topPage(target)
    const storageKey = storageKeyOf(url, top)
    const frames = createPageFrames(target, { load, stop, isCurrent })
    const lifecycle = createPageLifecycle()
    const context = { top, network, cookies, lifecycle, preflights, record, now: clock.now, browser: options.actor }

    function globalsOf(task: string, sender = actor): TabGlobals {
      const documentUrl = () => document.url
      return { ...shared, fetch: createScriptFetch({ ...context, task, actor: sender, documentUrl }) }
    }
    const shared: Omit<TabGlobals, 'fetch'> = {
      ...createTimers(clock, lifecycle),
      location: createLocation(document, (goal, mode) => {
        if (isCurrent()) load(target, { url: goal, method: 'GET', body: '', initiator: url }, mode)
      }),
      document: {
        get cookie() {
          return cookies.scriptCookies(url, top)
        },
        createElement: frames.create,
        body: frames,
      },
      parent: parentOf(target, url, messages),
      open: (address) => popups.open(target, String(address)),
      opener: popups.openerOf(target, url.origin),
      close: () => isCurrent() && target.popup !== undefined && close(target),
      BroadcastChannel: channels.of(storageKey, document),
      history: {
        replaceState(_data, _unused, goal) {
          if (!isCurrent()) return
          document.url = new URL(goal, document.url)
          target.history[target.position] = { url: document.url, method: 'GET', body: '' }
        },
      },
      sessionStorage: sessionStorage.area(`${windowOf(target).id} ${storageKey}`),
      localStorage: storageEvents.observed(localStorage.area(storageKey), storageKey, document),
      addEventListener: createPageListener(lifecycle, storageEvents.listenerOf(storageKey, document), (hear) =>
        messages.listen(document, hear),
      ),
      navigator: { locks: locks.of(storageKey, document, lifecycle) },
      crypto: createPageCrypto(random, script),
    }
    const threadTask = (name: string) => {
      begun.add(`${script}/${name}`)
      return `${script}/${name}`
    }
    const actionsOf = createActionReader()
    const page: Page = {
      window: target.id,
      url,
      globals: globalsOf(script),
      show(html) {
        if (isCurrent()) document.html = html
      },
      offers: (action) => !isBusy() && !lifecycle.isFrozen && isCurrent() && actionsOf(document.html).has(action),
      run(body) {
        popups.activate(target)
        tasks.start(script, actor, body)
      },
      thread: (name, worker) => globalsOf(threadTask(name), worker),
      start(name, body) {
        const task = threadTask(name)
        tasks.start(task, actor, () => body(globalsOf(task)))
      },
      isBusy,
      lifecycle,
    }
    target.page = page
    target.leave = () => {
      for (const task of begun) stop(task, 'The page that asked is gone.')
      frames.removeAll()
      messages.release(document)
      channels.release(document)
      locks.release(document)
      storageEvents.release(document)
    }
    tasks.start(script, actor, () => app.load(page))
  }

  return {
    open(id, url) {
      const created = createWindow(id)
      windows.set(id, created)
      load(created, { url: new URL(url), method: 'GET', body: '', initiator: undefined }, 'push')
    },

    restore(id, { url, response, calls, preflightMaxAgeSeconds }) {
      const created = createWindow(id)
      windows.set(id, created)
      const address = new URL(url)
      const request: NavigationRequest = { url: address, method: 'GET', body: '', initiator: undefined }
      cookies.store({ ...request, isNavigation: true }, response)
      commit(created, { url: address, request, html: response.body }, 'push')
      const until = clock.now() + preflightMaxAgeSeconds * 1000
      for (const call of calls) preflights.set(preflightKey({ ...call, origin: address.origin }), until)
      const app = options.apps[address.origin]
      if (app !== undefined) start(created, app)
    },

    page: (id) => (windows.get(id)?.pendingUrl === undefined ? windows.get(id)?.page : undefined),

    submit(id, formId, fields) {
      const target = find(id)
      load(target, submissionOf(target, formId, fields), 'push')
    },

    pressThrough(id, formId, fields) {
      const frame = frameWithForm(find(id), formId)
      if (frame !== undefined) load(frame, submissionOf(frame, formId, fields), 'push')
    },

    follow(id, href) {
      const target = find(id)
      const { url, html, referrerPolicy } = documentOf(target)
      const links = readLinks(html).map((link) => link.href)
      if (!links.includes(href)) throw notFound('unknown_target', 'link', href, links)
      load(target, { url: new URL(href, url), method: 'GET', body: '', initiator: url, referrerPolicy }, 'push')
    },

    visit(id, url) {
      if (!URL.canParse(url) || !/^https?:/.test(url)) {
        throw new SimulationError('unknown_target', `“${url}” is not an http(s) address.`)
      }
      load(find(id), { url: new URL(url), method: 'GET', body: '', initiator: undefined }, 'push')
    },

    browse(id, command) {
      const target = find(id)
      const position = target.position + { back: -1, reload: 0, forward: 1 }[command]
      const entry = target.history[position]
      if (entry !== undefined) return load(target, { ...entry, initiator: undefined }, position)
      if (command === 'reload' && target.pendingUrl !== undefined) {
        return load(target, { url: target.pendingUrl, method: 'GET', body: '', initiator: undefined }, 'push')
      }
      throw new SimulationError('unknown_target', `Window “${id}” has nothing to go ${command} to.`)
    },

    snapshot: () => ({
      cookies: cookies.snapshot(),
      sessionStorage: sessionStorage.snapshot(),
      localStorage: localStorage.snapshot(),
    }),

    close: (id) => close(find(id)),

    windows: () => [...windows.values()],
  }
}
