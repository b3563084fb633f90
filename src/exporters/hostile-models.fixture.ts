/** Models that say what no label should be able to say, for the property tests of every exporter. */
import fc from 'fast-check'
import type { Lane, SequenceModel, SequenceRow } from '../projections/sequence/types.ts'

/** What some format or other reads as its own: markup, directives, escapes, separators, characters that no document may have. */
const HOSTILE =
  '# ; #35; #lt; #quot; &lt; &#60; &amp; &#0; <br> <br/> </br> <b>x</b> <script>alert(1)</script> <img src=x onerror=alert(1)> <img:http://x.example/i.png> <U+003C> <color:red> <&key> <$sprite> <<a>> ]]> <![CDATA[ <!-- --> <?xml?> <!DOCTYPE x> &x; %% %%{init:{"theme":"dark"}}%% %newline() %date% %n $$ $$x^2$$ $x wrap: nowrap: :wrap: ﬂ°°35¶ß ﬂ°lt¶ß style:#a;b classDef:x#1; --- -- ** // __ ~~ == .. "" [[https://x.example]] [[ ]] {{ }} @enduml @startuml ~@startuml !include !define /\' \'/ end participant p0->>p1: p0->p1:x activate Note over p0: box title accTitle: {} [] () "\' ` \\ \\n \\t \\\\ \n \r\n \t \0 \u0008 \u001b \u007f \u0085 \u2028 \u2029 \u00a0 \u200b \u202e \ufeff \ud800 \udc00 \uffff \u{1f511} = | * @ + - , . -> ->> -x --) autonumber links: rect loop alt else par and $(id) `id` javascript:alert(1)'.split(
    ' ',
  )

const label = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE, ' ', '  ', 'a'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 44 }),
  fc.string({ unit: 'binary-ascii', maxLength: 44 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 44 }),
)

/** Models of 200 hostile labels each, half of them titles of lanes. */
export const hostileModel: fc.Arbitrary<SequenceModel> = fc
  .array(label, { minLength: 200, maxLength: 200 })
  .map(modelOf)

/** A model whose lanes and rows say these labels, half of them each; rows of every kind and tone. */
function modelOf(labels: readonly string[]): SequenceModel {
  const half = labels.length / 2
  const lanes = labels
    .slice(0, half)
    .map((title, index): Lane => ({ id: `a${index}`, title, kind: index % 2 ? 'person' : 'server' }))
  const kinds = ['message', 'person', 'clock', 'wire'] as const
  const rows = labels.slice(half).map((text, index): SequenceRow => {
    const kind = kinds[index % 4] ?? 'message'
    const tone = index % 3 ? 'ok' : 'lost'
    const place = { from: `a${index}`, to: kind === 'person' ? `a${index}` : `a${half - 1 - index}` }
    const words = { label: text, text, status: 'delivered', name: text }
    return { index, step: index, kind, ...place, ...words, tone, isResponse: index % 2 === 0, time: 0 }
  })
  return { lanes, rows, rowsAt: () => rows.length, waitingAt: () => [] }
}
