/** The state of a user agent: cookies with their attributes, and both kinds of web storage with who can read them. */
import { Folded } from '../parts/folded.tsx'
import { relativeTime } from '../parts/virtual-time.ts'
import type { Changes } from './changes.ts'
import { ChangeMark, Fact, Facts, List } from './facts.tsx'
import { cookieFacts } from './model.ts'
import type { BrowserState, StorageState } from './readers.ts'

interface BrowserViewProps {
  readonly browser: BrowserState
  readonly changes: Changes
  /** Virtual time in epoch seconds. */
  readonly now: number
}

/** Cookies and storage. */
export function BrowserView({ browser, changes, now }: BrowserViewProps) {
  return (
    <>
      <List title="Cookies" none="There is no cookie.">
        {browser.cookies.map((cookie, index) => (
          <li key={`${cookie.domain} ${cookie.path} ${cookie.name}`} className="state-entry">
            <code>{cookie.name}</code>
            <ChangeMark change={changes.get(`/cookies/${index}`)} />
            <Facts>
              <Fact name="value">
                <Folded text={cookie.value} />
              </Fact>
              <Fact name="goes to">
                {cookie.hostOnly ? `${cookie.domain} alone` : `${cookie.domain} and every host below it`}, path{' '}
                {cookie.path}
              </Fact>
              <Fact name="ends">
                {cookie.expires === null ? 'with the browser session' : relativeTime(cookie.expires / 1000, now)}
              </Fact>
            </Facts>
            <ul className="state-facts">
              {cookieFacts(cookie).map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </li>
        ))}
      </List>
      <Storage
        title="Session storage"
        reach="Every script of the origin in this tab can read it, even after a reload. It ends with the tab."
        storage={browser.session}
        path="/sessionStorage"
        changes={changes}
      />
      <Storage
        title="Local storage"
        reach="Every script of the origin in every tab can read it, including injected ones. It stays until it is deleted."
        storage={browser.local}
        path="/localStorage"
        changes={changes}
      />
    </>
  )
}

function Storage(props: {
  readonly title: string
  readonly reach: string
  readonly storage: StorageState
  readonly path: string
  readonly changes: Changes
}) {
  const { title, reach, storage, path, changes } = props
  const areas = Object.entries(storage)
  return (
    <List title={title} none="It is empty.">
      {areas.map(([area, items]) => (
        <li key={area} className="state-entry">
          <code>{area}</code>
          <ChangeMark change={changes.get(`${path}/${area.replaceAll('~', '~0').replaceAll('/', '~1')}`)} />
          <p className="state-reach">{reach}</p>
          <Facts>
            {Object.entries(items).map(([key, value]) => (
              <Fact key={key} name={key}>
                <Folded text={value} />
              </Fact>
            ))}
          </Facts>
        </li>
      ))}
    </List>
  )
}
