/** Every cause, one file a family. Where two fit an error equally well, the one that stands first here is shown first. */
import type { Cause } from '../contract.ts'
import { accessTokenCauses } from './access-token.ts'
import { authorizationCodeCauses } from './authorization-code.ts'
import { browserCauses } from './browsers.ts'
import { clientCauses } from './client.ts'
import { issuerKeyCauses } from './issuer-keys.ts'
import { leakCauses } from './leaks.ts'
import { peopleCauses } from './people.ts'
import { phoneCauses } from './phones.ts'
import { providerSetupCauses } from './provider-setup.ts'
import { redirectLoopCauses } from './redirect-loops.ts'
import { refreshCauses } from './refresh.ts'
import { refreshLockCauses } from './refresh-locks.ts'
import { registrationCauses } from './registration.ts'
import { secondFactorCauses } from './second-factor.ts'
import { signInStateCauses } from './sign-in-state.ts'
import { signInSurroundingsCauses } from './sign-in-surroundings.ts'
import { tokenCheckCauses } from './token-checks.ts'
import { windowCauses } from './windows.ts'
import { workloadCauses } from './workloads.ts'

/** The table of causes. */
export const CAUSES: readonly Cause[] = [
  ...authorizationCodeCauses,
  ...refreshCauses,
  ...refreshLockCauses,
  ...phoneCauses,
  ...signInStateCauses,
  ...signInSurroundingsCauses,
  ...redirectLoopCauses,
  ...browserCauses,
  ...accessTokenCauses,
  ...clientCauses,
  ...tokenCheckCauses,
  ...secondFactorCauses,
  ...registrationCauses,
  ...issuerKeyCauses,
  ...peopleCauses,
  ...workloadCauses,
  ...providerSetupCauses,
  ...leakCauses,
  ...windowCauses,
]
