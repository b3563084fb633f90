/** What the tokens of the run may do, apart from who the person is. */
import { Nothing } from '../../../inspectors/parts/section.tsx'
import { selectAuthorization, selectHandOff } from '../../selectors/authorization.ts'
import { useApp } from '../../state/store.ts'
import { ApiTable } from './api-table.tsx'
import './panel.css'

/** One table a resource server, at the cursor. */
export default function AuthorizationView() {
  const { tokens, apis } = useApp(selectAuthorization)
  const handOff = useApp(selectHandOff)
  return (
    <div className="authorization">
      <p className="authorization-lead">
        {handOff === undefined
          ? 'Authentication says who somebody is. What the bearer of an access token may do is authorization.'
          : `In step ${handOff.step}, ${handOff.idToken} said who the person is. The access tokens say what the app may do on their behalf.`}
      </p>
      {tokens.length === 0 && (
        <Nothing>No access token has been sent yet. This is what they will be needed for:</Nothing>
      )}
      {apis.map((matrix) => (
        <ApiTable key={matrix.actor} matrix={matrix} tokens={tokens} />
      ))}
      <p className="authorization-roles">
        <strong>Scopes and roles (RBAC).</strong> A scope is what the client may ask for on somebody’s behalf; a role is
        what that person may do at all. An API that knows both lets a request through only when both allow it: a scope
        never gives anybody a role, and a role is no use to a client without the scope.
      </p>
    </div>
  )
}
