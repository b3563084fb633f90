/** The database of the authorization server: one table, reached over HTTP, with the filters and answers of PostgREST. */
import { type HttpRequest, type HttpResponse, json, parseForm } from '../../http/index.ts'

/** Where the table is. */
export const DATABASE = 'https://database.example'
export const TABLE = `${DATABASE}/families`

/** One row: the family of refresh tokens that came from one sign-in. */
export interface Row {
  readonly id: string
  /** The id of the refresh token that was issued last. */
  readonly current: string
  readonly status: string
  /** Epoch seconds. */
  readonly last_refresh: number
}

/** A table that answers one statement at a time. */
export function createDatabase() {
  const rows = new Map<string, Row>()
  return {
    insert: (row: Row) => void rows.set(row.id, row),
    snapshot: () => ({ families: [...rows.values()].map((row) => ({ ...row })) }),

    /** `GET` reads the rows that pass every filter; `PATCH` changes them and answers with those that it has changed. */
    async handle(request: HttpRequest): Promise<HttpResponse> {
      const filters = parseForm(new URL(request.url).search)
      const found = [...rows.values()].filter((row) => filters.every(([column, filter]) => passes(row, column, filter)))
      if (request.method === 'GET') return json(200, found)
      if (request.method !== 'PATCH') return json(405, { message: 'This table is read and changed, nothing else.' })
      // Between the filter and the change nothing else runs: that is what makes it one statement.
      const changed = found.map((row) => change(row, parseForm(request.body)))
      for (const row of changed) rows.set(row.id, row)
      return json(200, changed)
    },
  }
}

/** Whether a column passes `eq.VALUE` or `lte.NUMBER`. A filter of another kind passes nothing. */
function passes(row: Row, column: string, filter: string): boolean {
  const value = new Map<string, string | number>(Object.entries(row)).get(column)
  const [operator, operand] = [filter.slice(0, filter.indexOf('.')), filter.slice(filter.indexOf('.') + 1)]
  if (value === undefined) return false
  return operator === 'eq' ? String(value) === operand : operator === 'lte' && Number(value) <= Number(operand)
}

function change(row: Row, changes: ReturnType<typeof parseForm>): Row {
  const values = new Map(changes)
  return {
    id: row.id,
    current: values.get('current') ?? row.current,
    status: values.get('status') ?? row.status,
    last_refresh: Number(values.get('last_refresh') ?? row.last_refresh),
  }
}
