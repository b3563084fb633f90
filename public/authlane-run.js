/*
 * <authlane-run>: a run in another page. First its picture, which loads nothing else; the run itself on a press.
 * Attributes: src (the link of a run, or a path below the folder of this file), height (px), theme (auto, light, dark),
 * label (what it shows). An <img> inside stands in place of the picture. How to use it: src/EMBEDDING.md.
 */
{
  const FILE = 'authlane-run.js'
  const script = document.currentScript ?? document.querySelector(`script[src*="${FILE}"]`)
  const home = new URL('.', script?.src || location.href)
  /** The page of an outcome has its picture beside it. */
  const OUTCOME = /\/r\/[\w-]+\/[\w-]+\/(?:index\.html)?$/

  // Takes its colours from the text around it. A constructed sheet needs no permission of the page's policy.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    :host { display: block; height: 480px; }
    :host([hidden]) { display: none; }
    .box { box-sizing: border-box; display: flex; flex-direction: column; height: 100%; overflow: hidden;
      border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; }
    .box > * { min-height: 0; }
    iframe { flex: 1; width: 100%; border: 0; }
    .picture { flex: 1; display: flex; cursor: pointer; }
    .picture span { margin: auto; font-size: 48px; opacity: 0.6; }
    .picture img, ::slotted(*) { width: 100%; height: 100%; margin: auto; object-fit: contain; background: #fff; }
    .bar { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: flex-end; padding: 8px 12px;
      font: 14px/1.4 system-ui, sans-serif; }
    .bar span { flex: 1; min-width: 8em; }
    a { color: inherit; }
    button { padding: 6px 14px; border: 1px solid currentColor; border-radius: 6px; background: none; color: inherit;
      font: inherit; font-weight: 600; cursor: pointer; }
    :focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
  `)

  /** Makes an element. */
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  class AuthlaneRun extends HTMLElement {
    static observedAttributes = ['src', 'height', 'theme', 'label']
    #root = this.attachShadow({ mode: 'open' })
    #frame
    #stop

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet]
      this.#resize()
      this.#show()
      // Sites mark their theme on the document; what they mark it with is theirs.
      const marks = new MutationObserver(() => this.#tellTheme())
      for (const marked of [document.documentElement, document.body]) marks.observe(marked, { attributes: true })
      const system = matchMedia('(prefers-color-scheme: dark)')
      const tell = () => this.#tellTheme()
      system.addEventListener('change', tell)
      this.#stop = () => {
        marks.disconnect()
        system.removeEventListener('change', tell)
      }
    }

    disconnectedCallback() {
      this.#stop?.()
    }

    attributeChangedCallback(name) {
      if (!this.isConnected) return
      if (name === 'height') this.#resize()
      else if (name === 'theme') this.#tellTheme()
      else this.#show()
    }

    #resize() {
      const height = Number(this.getAttribute('height'))
      this.style.height = height > 0 ? `${height}px` : ''
    }

    #show() {
      this.#frame = undefined
      const url = new URL(this.getAttribute('src') ?? '', home)
      const label = this.getAttribute('label') || this.querySelector('img')?.alt || 'A sign-in, message by message'
      const sign = make('span', { ariaHidden: 'true' }, '\u25b6')
      let shown = sign
      // What stands inside without a picture is for readers without scripts.
      if (this.querySelector('img')) shown = make('slot', {})
      else if (OUTCOME.test(url.pathname)) {
        const src = new URL('picture.png', url).href
        const onerror = () => shown.replaceWith(sign)
        shown = make('img', { src, alt: `Sequence diagram: ${label}`, loading: 'lazy', onerror })
      }
      const start = (event) => {
        // The picture may stand in a link, for readers without scripts.
        event.preventDefault()
        this.#run(url, label)
      }
      const link = make('a', { href: url.href, target: '_blank', rel: 'noopener' }, 'Open in Authlane')
      const button = make('button', { type: 'button', onclick: start }, 'Run it here')
      button.setAttribute('aria-description', label)
      // The button does the same for the keyboard.
      const picture = make('div', { className: 'picture', onclick: start }, shown)
      const bar = make('div', { className: 'bar' }, make('span', {}, label), link, button)
      this.#root.replaceChildren(make('div', { className: 'box' }, picture, bar))
    }

    #run(url, label) {
      const player = new URL(url)
      player.search = `?embed=1&theme=${this.#theme()}`
      this.#frame = make('iframe', { src: player.href, title: `Authlane: ${label}`, allow: 'fullscreen' })
      this.#root.replaceChildren(make('div', { className: 'box' }, this.#frame))
      this.#frame.focus()
    }

    /** The theme that is asked for, or that of the text around: light text stands on a dark page. */
    #theme() {
      const asked = this.getAttribute('theme')
      if (asked === 'light' || asked === 'dark') return asked
      const pen = document.createElement('canvas').getContext('2d')
      pen.fillStyle = getComputedStyle(this).color
      pen.fillRect(0, 0, 1, 1)
      const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data
      return red * 0.3 + green * 0.6 + blue * 0.1 > 128 ? 'dark' : 'light'
    }

    #tellTheme() {
      this.#frame?.contentWindow?.postMessage(
        { type: 'authlane:theme', theme: this.#theme() },
        new URL(this.#frame.src).origin,
      )
    }
  }

  if (!customElements.get('authlane-run')) customElements.define('authlane-run', AuthlaneRun)
}
