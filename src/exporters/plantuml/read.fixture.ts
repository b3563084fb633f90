/** A strict reader of the PlantUML that the exporter writes, line by line, so that tests can hold it against the model. */

/** One statement of a sequence diagram. */
export type Statement =
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'participant' | 'actor'; readonly id: string; readonly text: string }
  | { readonly type: 'arrow'; readonly from: string; readonly to: string; readonly head: string; readonly text: string }
  | { readonly type: 'note'; readonly over: readonly string[]; readonly text: string }
  | { readonly type: 'divider'; readonly text: string }

/** Every statement between `@startuml` and `@enduml`; throws at the first line that is none of the exporter's. */
export function readPlantUml(source: string): Statement[] {
  const lines = source.split('\n')
  if (lines[0] !== '@startuml' || lines.at(-2) !== '@enduml' || lines.at(-1) !== '') throw new Error('no frame')
  return lines.slice(1, -2).flatMap((line) => (line.startsWith("' ") ? [] : [readLine(line)]))
}

function readLine(line: string): Statement {
  const [, title] = /^title (.+)$/.exec(line) ?? []
  if (title !== undefined) return { type: 'title', text: read(title) }
  const [, type, name, id] = /^(participant|actor) "([^"]+)" as (p\d+)$/.exec(line) ?? []
  if (type === 'participant' || type === 'actor') return { type, id: id ?? '', text: read(name) }
  const [, from, head, to, said] = /^(p\d+) (--?>x?) (p\d+) : (.+)$/.exec(line) ?? []
  if (head !== undefined) return { type: 'arrow', from: from ?? '', to: to ?? '', head, text: read(said) }
  const [, over, noted] = /^note over (p\d+(?:, p\d+)?) : (.+)$/.exec(line) ?? []
  if (over !== undefined) return { type: 'note', over: over.split(', '), text: read(noted) }
  const [, divided] = /^== (.+) ==$/.exec(line) ?? []
  if (divided !== undefined) return { type: 'divider', text: read(divided) }
  throw new Error(`not a statement: ${line}`)
}

/** Everything that some reader of PlantUML would not take for plain text. */
const MARKUP = /[\\<>~%"'@!$[\]{}|^*#`;\p{Cc}\u2028\u2029]|&#|\/\/|--|__|==|\.\./u

/** What a label says; throws when anything in it but an escape or a line break could be read as markup. */
function read(label = ''): string {
  return label
    .split('\\n')
    .map((line) => {
      if (line === '' || line !== line.trim()) throw new Error(`blanks are lost: ${label}`)
      const plain = line.replace(/<U\+[0-9A-F]{4}>/g, 'U')
      if (MARKUP.test(plain) || /^[!-/:-@[-`{-~]/.test(line.replace(/^<U/, 'U'))) throw new Error(`markup: ${label}`)
      return decode(line)
    })
    .join('\n')
}

/** As PlantUML decodes it when it draws; what only keeps characters apart is nothing. */
function decode(line: string): string {
  return line
    .replaceAll('<U+200B>', '')
    .replace(/<U\+([0-9A-F]{4})>/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
