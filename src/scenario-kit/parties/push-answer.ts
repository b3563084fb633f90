/** What Ada’s phone signs. In a file of its own, since nobody needs the key before she answers. */
import { importJWK, type JWTPayload, SignJWT } from 'jose'
import { pushAnswerType } from '../../protocol/authentication/index.ts'
import { PHONE_KEY } from './phone-key.ts'

/** Signs an answer to a push prompt with the phone’s key. */
export async function signPushAnswer(claims: JWTPayload): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: PHONE_KEY.alg, typ: pushAnswerType })
    .sign(await importJWK({ ...PHONE_KEY }, PHONE_KEY.alg))
}
