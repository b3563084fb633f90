/** What stands around every page that is read without scripts. */
import { FIXTURE_NOTICE } from '../exporters/contract.ts'
import { tag, wayUp, words } from './markup.ts'

/** A page's content between the name of the site and the line at its foot. */
export function framed(path: string, content: readonly string[]): readonly string[] {
  return [
    '<div class="site">',
    tag('header', {}, words('a', 'Authlane', { href: wayUp(path) })),
    tag('main', {}, `\n${content.join('\n')}\n`),
    words('footer', FIXTURE_NOTICE),
    '</div>',
  ]
}

/** What previews and search engines read. What has to be absolute is left out where the address of the site is not known. */
export function previewTags(
  { path, title, description }: { readonly path: string; readonly title: string; readonly description: string },
  siteUrl: string | undefined,
  picture?: { readonly path: string; readonly alt: string },
): readonly string[] {
  const absolute = (of: string) => (siteUrl === undefined ? undefined : new URL(of, siteUrl).href)
  const property = (name: string, content: string | undefined) =>
    content === undefined ? [] : [tag('meta', { property: name, content })]
  const image = picture && absolute(picture.path)
  return [
    tag('link', { rel: 'canonical', href: absolute(path) ?? './' }),
    ...property('og:type', 'article'),
    ...property('og:site_name', 'Authlane'),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:url', absolute(path)),
    ...property('og:image', image),
    ...(image === undefined
      ? []
      : [
          ...property('og:image:width', '1200'),
          ...property('og:image:height', '630'),
          ...property('og:image:alt', picture?.alt),
          tag('meta', { name: 'twitter:image', content: image }),
        ]),
    tag('meta', { name: 'twitter:card', content: image === undefined ? 'summary' : 'summary_large_image' }),
  ]
}
