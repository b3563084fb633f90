/** What a page asks for, told by the form in it. */
import { type HttpResponse, mediaType } from '../../http/index.ts'

/** What a page asks for; `other` when it has nothing to do with a sign-in. */
export type PageKind = 'sign-in' | 'second-factor' | 'consent' | 'logout' | 'other'

/** Reads a page; `undefined` when the response is none. */
export function pageOf(response: HttpResponse): PageKind | undefined {
  if (mediaType(response) !== 'text/html') return undefined
  const has = (name: string) => response.body.includes(`name="${name}"`)
  if (has('password')) return 'sign-in'
  if (has('otp') || (has('method') && has('transaction'))) return 'second-factor'
  if (has('decision')) return has('logout') ? 'logout' : 'consent'
  return 'other'
}

/** What a page is called: its title without the name of the site behind it; `''` when it has none. */
export function titleOf(response: HttpResponse): string {
  const title = /<title>([^<]*)<\/title>/i.exec(response.body)?.[1]?.trim() ?? ''
  return plainText(title.split(' – ')[0] ?? '')
}

/** The words on the button that a form was sent with. `fields` are those sent: among them the button’s own, if it has one. */
export function buttonOf(page: string, form: string, fields: Readonly<Record<string, string>>): string | undefined {
  const own = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].find(([text]) =>
    new RegExp(`^<form\\b[^>]*\\bid="${form.replace(/[^\w-]/g, '\\$&')}"`).test(text),
  )
  const buttons = [...(own?.[0] ?? '').matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)]
  const pressed =
    buttons.find(([, attributes = '']) => {
      const name = /\bname="([^"]*)"/.exec(attributes)?.[1]
      return name !== undefined && fields[name] === /\bvalue="([^"]*)"/.exec(attributes)?.[1]
    }) ?? buttons[0]
  const words = plainText((pressed?.[2] ?? '').replace(/<[^>]*>/g, ' '))
  return words === '' ? undefined : words
}

function plainText(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"' })[String(name)] ?? '&')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
