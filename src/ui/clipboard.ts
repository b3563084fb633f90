/** Putting a text on the clipboard, also where a page has no clipboard API: over plain HTTP, or in another page's frame. */

/** Copies a text; call it within the press of a button. Rejects where the browser lets nothing be copied. */
export async function copyText(text: string): Promise<void> {
  // Undefined without HTTPS or localhost, whatever the types say.
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator
  if (clipboard === undefined) return copySelection(text)
  // A frame may have the API and not the permission.
  await clipboard.writeText(text).catch(() => copySelection(text))
}

/** The way of before there was an API: the browser copies what is selected. */
function copySelection(text: string): void {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'visually-hidden'
  const focused = document.activeElement
  // Beside the button: a dialog takes the focus back from what is outside of it.
  ;(focused?.parentElement ?? document.body).append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  if (!isCopied) throw new DOMException('The browser lets this page copy nothing.', 'NotAllowedError')
}
