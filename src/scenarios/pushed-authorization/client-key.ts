/**
 * PUBLIC TEST FIXTURE. The private key below is published with this source and protects nothing.
 *
 * It is the key that the app signs its requests with: fixed, so that the same run gives the same bytes on every machine.
 */

/** One 2048-bit RSA key for RS256, whose signatures are deterministic. */
export const CLIENT_KEY = {
  kid: 'photo-prints-1',
  alg: 'RS256',
  kty: 'RSA',
  n: 'xdOw-Tj9ukfWSrM9rB688Jgbhn2u8DMIH7D2qxU0XsDYft5U7zSwS-vxS2rVQO_OUAiXx-qJdVpUgwf1CMhl3fCqZ44Kl792OwJgw2BPdjZBezq4UbJJY_TNBaL-TVW4M_D3lNOPLWqICej6cRceeQRGzb7WxhMVk3ejbcxHoQs4RGbTgDNN8mtCGC9u6_gnnPL64L8hBE7aXSfYACPwg3aIyZtspqlLTCqsf2Am8mSqznipla3LOrF5vd_4r1TVC6UY8WsRchr1fcMvAZLsTOlogFg3A8u9J1m5Y09BnjfxywgvIwuskGynbQ8_abiw1beK-ZwCrvoX2_ckBTcOXQ',
  e: 'AQAB',
  d: 'LJvVki7TZUVZUvNGrxT5hgGA7aRScUv5WnHqRNhr9sNXJaG3KDmKzWVm7Jq2NgWuxgBBUOqSQxK-WPxD0Iiltawa722MmNnwzy8XLmu33HvT6yRSmnaZimUGYfkwpMtSeGP1QbFbxm2cbhQD2asXHL59CkUs407evTOaSZxp0FrGM_PyDxebYd3fEHzGDDulNfk3mKXXF2Dc3DhN5cYQ7jEUcMIM0CPVfAE-0yc1AwriedhkRWrd3WzjFjsWMLGb5ZsjDFFjYmMJHPqQS2SLmV_xfT62kPnzMsZcVf3PsDfRsVYSv5K8AJbJhSbsjdEf58jZN8UWzMPO81s6m_E9',
  p: '4l3I8iaTfTvIGi3f8RO5GKB_DQrGYJlStXLSxRUyfRpuy_w4W46pgTr4xvTuI7QLNBnKNZvvaX8Dw5WUYC_pxxu-PtJadC97QY2W58sg25fAw2g4nUmpj11u7_b315l-55O4V9ODtjb7GXpzG_W_VjfrXhl-nWOlsvGsJp_cd5M',
  q: '37l27C65FSkMDznAsEiyG4gFLjtbmnggOm8BS6TaOqs2dQ9qkS6KBclXyA9UcPmDcmQKJtxamITDxm5S46HaaHH42Abf6fg7eOBi7U7T70hCdbjzkONsFaGc6zMlLIwNEEGCEC7U1sVDUcwtUYGe3HPemh5HkyVGaJiHeOmiOE8',
  dp: 'H3dV9YMzQVdMC4eQ95v8QNYekxuKU-c8PgjGD6tQp19DQ4u98cw098fQySdG6yOd4xIqr6ULdKi5RzjFtVEzt_-9RFJNTJVFFumtrm7oFF5V51PXetXAgjNEtoqoDQpDP8GjAGJgjrW51eLVmW9ht4RybVQx64Lsh6Fcgsn6BY0',
  dq: '1PmFUEkaQB6XMFdWK3rIspTF-cDf7yiz5WyO2yfP51HdwYovdI3NLr0BJ54QUIv2qgq570yNoeuhQ2D631_QvuTgcyX4Oo7obqWNB0OnVX6AZfjvRNp6pgz3iJ9joAii1vrFigpK6zlWYKPx8ElopYxYOHbixB0T7bZmIKCooNk',
  qi: '3wragUHnkaJJt7Kcco3prIKc0k0hTHJWswx_NaMvpbl_d5pNba95ifIoxlKg5PL4XuDddKAOAdZ3cDeBrulZxylqfBv1xpkwZ2N50n5uqWTyEpNmg1MOZT5o7EG5GNDWio3sdP4hVujzCNfRyUd60mHzIMl7ZCAQHE4s66roLys',
} as const

/** Its public half, as it is registered (RFC 7591 §2, jwks). */
export const CLIENT_JWKS = {
  keys: [{ kid: CLIENT_KEY.kid, alg: CLIENT_KEY.alg, kty: CLIENT_KEY.kty, n: CLIENT_KEY.n, e: CLIENT_KEY.e }],
}
