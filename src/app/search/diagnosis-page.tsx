/** What somebody has pasted, piece by piece, and its causes, best first. */
import { CircleAlert, Info, ShieldCheck } from 'lucide-react'
import { Clause } from '../../inspectors/parts/clause.tsx'
import { PARAMETER_MEANINGS } from '../../reference/parameters.ts'
import '../../inspectors/parts/parts.css'
import { type Diagnosis, ERROR_CODES, type Field } from '../../guidance/diagnosis/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { CauseCard } from './cause-card.tsx'
import { PastedToken } from './pasted-token.tsx'

interface DiagnosisPageProps {
  readonly diagnosis: Diagnosis
  readonly scenarios: readonly Scenario[]
}

const WHAT = {
  token: 'A token',
  'encrypted-token': 'An encrypted token',
  redirect: 'The answer in a redirect',
  challenge: 'A challenge',
  answer: 'A server’s answer',
  message: 'An error',
} as const

/** Whoever has these can use them, so they are not shown in full. */
const SECRETS = ['code', 'access_token', 'id_token', 'refresh_token', 'client_secret']

/** The report. */
export function DiagnosisPage({ diagnosis, scenarios }: DiagnosisPageProps) {
  const { recognised, code, findings, causes } = diagnosis
  return (
    <section className="diagnosis" aria-labelledby="diagnosis-title">
      <h3 id="diagnosis-title">
        {WHAT[recognised.type]}
        {code !== undefined && (
          <>
            : <code>{code.slice(0, 80)}</code>
          </>
        )}
      </h3>
      {code !== undefined && <Meaning code={code} />}
      {findings.length > 0 && (
        <ul className="diagnosis-findings">
          {findings.map(({ tone, text }) => (
            <li key={text} data-tone={tone}>
              {tone === 'problem' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
              <span>
                {tone === 'problem' && <strong>Problem: </strong>}
                {text}
              </span>
            </li>
          ))}
        </ul>
      )}
      {'fields' in recognised && <Fields fields={recognised.fields} />}
      {recognised.type === 'token' && <PastedToken jwt={recognised.jwt} />}
      <h4>{headingOf(diagnosis)}</h4>
      <ol className="diagnosis-causes">
        {causes.map((cause, index) => (
          <li key={cause.id}>
            <CauseCard cause={cause} scenarios={scenarios} isOpen={index === 0} />
          </li>
        ))}
      </ol>
      <p className="diagnosis-privacy">
        <ShieldCheck aria-hidden="true" />
        What you paste is read only in this page: it is not sent, and not kept.
      </p>
    </section>
  )
}

function headingOf({ recognised, code, findings, causes }: Diagnosis): string {
  if (causes.length > 0) return `Causes, the likeliest first (${causes.length})`
  if (recognised.type === 'redirect' && code === undefined) return 'It contains no error'
  if (recognised.type === 'token' && findings.every(({ tone }) => tone === 'hint')) return 'Nothing looks wrong with it'
  return 'No cause is known for this'
}

function Meaning({ code }: { readonly code: string }) {
  const known = ERROR_CODES.get(code)
  if (known === undefined)
    return <p className="diagnosis-meaning">No specification defines this code; it is the server’s own.</p>
  return (
    <p className="diagnosis-meaning">
      {known.meaning} (<Clause clause={known.clause} />)
    </p>
  )
}

function Fields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <table className="inspector-table diagnosis-fields">
      <caption className="visually-hidden">What it contains</caption>
      <tbody>
        {fields.map(({ name, value }, index) => {
          const isSecret = SECRETS.includes(name)
          return (
            <tr key={`${name} ${fields.slice(0, index).filter((field) => field.name === name).length}`}>
              <td>
                <code>{name.slice(0, 60)}</code>
              </td>
              <td>
                <code>{isSecret ? `${value.slice(0, 6)}…` : shortened(value)}</code>
                <p>
                  {PARAMETER_MEANINGS.get(name)}
                  {isSecret && '. Not shown in full: keep it out of tickets and chats'}
                </p>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function shortened(value: string): string {
  return value.length > 300 ? `${value.slice(0, 300)}…` : value
}
