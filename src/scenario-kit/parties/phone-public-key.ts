/** What others know of the key in Ada’s phone. */

/** The public half of `phone-key.ts`. */
export const PHONE_PUBLIC_KEY = {
  alg: 'RS256',
  kty: 'RSA',
  n: 'id2k0YeRvsKbagKUZ4zdji-cS1p3DXGO-mgKkUCi_exwG5ZQ8X0ixeER7ngltwse_psUhOz95n1-Od2rXb1f4NFPbUO0pT5G3xor43jp3qfBoKiJ7pl9jzv4AURYoOpk50WbN_EFzM2-fkbytauezxG2w464e82RBbOefDxf5ht7lg_ZBCP5NnMtIffdgI1MFWzx3qEY3DZ0aKfwUqUTyDg7cjpaWYwsNICsgKC_GChFkG9mTecY2AXaMWw5Jd2BE0UHrZ9kpGiBC_5RJs34ktPqaHVlAS1HxJc0jjpdgGHWkpjur8MOhrZCYdJGkM0S4uK0DobxPPpeGbzGoBSHDw',
  e: 'AQAB',
} as const
