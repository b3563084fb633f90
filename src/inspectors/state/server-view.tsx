/** The state of an authorization server: sessions, codes, refresh-token families, access tokens, revocations. */
import type { ReactNode } from 'react'
import type { Json } from '../../lib/json.ts'
import type { ServerSnapshot } from '../../protocol/index.ts'
import { JsonTree } from '../parts/json-tree.tsx'
import { relativeTime } from '../parts/virtual-time.ts'
import type { Changes } from './changes.ts'
import { ChangeMark, Fact, Facts, List, Status } from './facts.tsx'

interface ServerViewProps {
  readonly server: ServerSnapshot
  readonly changes: Changes
  /** Virtual time in epoch seconds. */
  readonly now: number
  /** The tree of the family that a refresh token is the first of, by its id. */
  familyOf(token: string): ReactNode
}

/** Everything the server remembers, what decides about tokens first. */
export function ServerView({ server, changes, now, familyOf }: ServerViewProps) {
  const rest = { clients: server.clients, consents: server.consents, pending_requests: server.pending_requests }
  return (
    <>
      <List title="Sessions" none="Nobody is signed in.">
        {server.sessions.map((session, index) => (
          <Entry key={session.sid} path={`/sessions/${index}`} changes={changes} name={session.sub}>
            <Status status={now < session.expires_at ? session.state : 'expired'} />
            <Facts>
              <Fact name="sid">{session.sid}</Fact>
              <Fact name="signed in">{relativeTime(session.auth_time, now)}</Fact>
              <Fact name="acr">{session.acr}</Fact>
              <Fact name="amr">{session.amr.join(', ')}</Fact>
              <Fact name="ends">{relativeTime(session.expires_at, now)}</Fact>
              {session.reason !== undefined && <Fact name="reason">{session.reason}</Fact>}
            </Facts>
          </Entry>
        ))}
      </List>
      <List title="Authorization codes" none="No code has been issued.">
        {server.codes.map((code, index) => (
          <Entry key={code.id} path={`/codes/${index}`} changes={changes} name={code.id}>
            <Status status={code.status} />
            <Facts>
              <Fact name="expires">{relativeTime(code.expires_at, now)}</Fact>
              <Fact name="client">{code.bound_to.client_id}</Fact>
              <Fact name="redirect URI">{code.bound_to.redirect_uri}</Fact>
              <Fact name="challenge">{code.bound_to.code_challenge ?? 'none: the code is not bound by PKCE'}</Fact>
            </Facts>
          </Entry>
        ))}
      </List>
      <List title="Grants and their refresh-token families" none="Nothing has been granted.">
        {server.grants.map((grant, index) => (
          <Entry key={grant.id} path={`/grants/${index}`} changes={changes} name={grant.id}>
            <Status status={grant.status} />
            <Facts>
              <Fact name="client">{grant.client_id}</Fact>
              {grant.sub !== undefined && <Fact name="person">{grant.sub}</Fact>}
              <Fact name="scope">{grant.scope}</Fact>
              {grant.reason !== undefined && <Fact name="reason">{grant.reason}</Fact>}
            </Facts>
            {familyOf(grant.refresh_tokens[0]?.id ?? '')}
          </Entry>
        ))}
      </List>
      <List title="Access tokens" none="No access token has been issued.">
        {server.access_tokens.map((token, index) => (
          <Entry key={token.jti} path={`/access_tokens/${index}`} changes={changes} name={token.jti}>
            <Status status={token.status} />
            <Facts>
              <Fact name="scope">{token.scope}</Fact>
              <Fact name="expires">{relativeTime(token.expires_at, now)}</Fact>
              {token.parent !== undefined && <Fact name="came from">{token.parent}</Fact>}
              {token.reason !== undefined && <Fact name="reason">{token.reason}</Fact>}
            </Facts>
          </Entry>
        ))}
      </List>
      <List title="Revocation list" none="No access token was revoked before its expiry.">
        {server.revocation_list.map((token, index) => (
          <Entry key={token.jti} path={`/revocation_list/${index}`} changes={changes} name={token.jti}>
            <Facts>
              <Fact name="reason">{token.reason}</Fact>
              <Fact name="would expire">{relativeTime(token.expires_at, now)}</Fact>
            </Facts>
          </Entry>
        ))}
      </List>
      <details className="state-rest">
        <summary>Clients, consents and pending requests</summary>
        <JsonTree value={rest as unknown as Json} changeOf={(path) => changes.get(path)} />
      </details>
    </>
  )
}

function Entry(props: {
  readonly name: string
  readonly path: string
  readonly changes: Changes
  readonly children: ReactNode
}) {
  return (
    <li className="state-entry">
      <code>{props.name}</code>
      <ChangeMark change={props.changes.get(props.path)} />
      {props.children}
    </li>
  )
}
