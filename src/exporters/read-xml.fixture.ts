/** Reads XML documents for the tests of exporters, by libxml2: its canonical form has one spelling for everything. */
import { validateXML } from 'xmllint-wasm'

/** An element of a document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside. */
  readonly text: string
}

/**
 * The root element of a document; throws what libxml2 finds wrong with it.
 *
 * @param schema an XML Schema that the document must follow, or none
 */
export async function readXml(document: string, schema?: string): Promise<XmlElement> {
  const options = { xml: [{ fileName: 'export.xml', contents: document }], normalization: 'c14n' as const, ...MEMORY }
  const { valid, rawOutput } =
    schema === undefined
      ? { valid: true, rawOutput: '' }
      : await validateXML({ xml: options.xml, schema: [schema], ...MEMORY })
  if (!valid) throw new Error(rawOutput)
  const { normalized, errors } = await validateXML(options)
  if (errors.length > 0) throw new Error(errors.map(({ rawMessage }) => rawMessage).join('\n'))
  return parseCanonical(normalized)
}

/** Room for documents of some megabytes, in pages of 64 KiB. */
const MEMORY = { initialMemoryPages: 1024, maxMemoryPages: 8192 }

/** Canonical XML (W3C xml-c14n): no comments asked for, no empty-element tags, every attribute in double quotes. */
function parseCanonical(text: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' }
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [root]
  for (const [, tag, data] of text.matchAll(/<((?:[^>"]|"[^"]*")*)>|([^<]+)/g)) {
    const inner = open.at(-1) ?? root
    if (data !== undefined) inner.text += decode(data)
    else if (tag?.startsWith('/')) open.pop()
    else if (tag !== undefined && !/^[!?]/.test(tag)) {
      const attributes = [...tag.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ])
      const element = {
        name: tag.split(' ', 1)[0] ?? '',
        attributes: Object.fromEntries(attributes),
        children: [],
        text: '',
      }
      inner.children.push(element)
      open.push(element)
    }
  }
  const [document] = root.children
  if (document === undefined || open.length !== 1) throw new Error('There is no document.')
  return document
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(lt|gt|quot);/g, (_, name: 'lt' | 'gt' | 'quot') => ({ lt: '<', gt: '>', quot: '"' })[name])
    .replaceAll('&amp;', '&')
}
