/**
 * Where a browser has Trusted Types, the page's policy takes no text for markup and none for the address of a script, but
 * through here. Elsewhere texts pass as they are, and the rest of the page's policy holds.
 */

/** What a browser makes of a text that a policy lets through. It is no string there; whoever takes it must not look inside. */
interface Policy {
  createHTML(markup: string): string
  createScriptURL(address: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: Partial<Policy>): Policy
}

/** Lets scripts and workers come from `origin` alone, whoever starts them: a library's texts pass the policy that is called default. */
export function trustScriptsOf(origin: string): void {
  trustedTypes()?.createPolicy('default', {
    createScriptURL(address) {
      if (new URL(address, origin).origin !== origin) throw new TypeError(`${address} is no script of this page.`)
      return address
    },
  })
}

/** Whatever a simulated server sends, for a frame that runs no script. */
export function trustPage(markup: string): string {
  pages ??= trustedTypes()?.createPolicy('pages', { createHTML: (text) => text })
  return pages?.createHTML(markup) ?? markup
}

let pages: Policy | undefined

function trustedTypes(): TrustedTypes | undefined {
  return (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
}
