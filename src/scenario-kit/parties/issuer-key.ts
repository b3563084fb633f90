/**
 * PUBLIC TEST FIXTURE. The private key below is published with this source and protects nothing.
 *
 * It is the key of a second issuer, beside the authorization server: fixed, so that the same run gives the same bytes on every machine.
 */

/** One 2048-bit RSA key for RS256, whose signatures are deterministic. */
export const ISSUER_KEY = {
  kid: 'public-fixture-2',
  alg: 'RS256',
  kty: 'RSA',
  n: '84fDf0bNgeHfe0WzbK6S1dTt-VfGRYvnZ3x9S1b3xR0OBbFjJszamMk1GDelzmsIIfDSwMPa2ORspIu5EzeiFvbuVqqkln1ewODaOxpdPKDbtu03t3unQa_UXfRLy5DvsFI3nQmItqcBI6qM7b_MBHxWbCxvaSNrrq4xDAoyA6sUSWFmHSam834OTrqJ26JymLcaO_FnJHKXQpeceBQ4-C4bYS0fJ18BmMkIMLAvorm9Ydbp84MfsG2k5XEPkVVhtlx5sXcer3UYdJ_c4HMr1Z7d-h-obwJiugT4La0UkFpLDF6U58gXew02DSAWGWOOP64o6-Jp00tz9yKbaNjeoQ',
  e: 'AQAB',
  d: 'LMXsIm1RAS0W2mIhL70Uz-165xnFISosnDEeFAjkOsAxwMgxM4P8OJTdhxtMB5xT_XF6PeiERtYQR1xM5YSX72LsxNBQvD5Gem2ckbsyIyBr5MDOOpSoVoJOKAvvF3kJKEClauDC2tnvcrA7gsZ9auG1PeQZg5n4hUAPUmhZc6TXoFQevLmsxV9F9e4wZimTsHTBGuxroztpZb2cOGCiZzN8UeYRssnjNX1MNTx2M0eWd7uG9WTwCLHvtGWpKoLHaZeJjjOkRAYl85dY2FsaDDBSmG6na98ynsse0d59tfCzJQgYujgxSAZgMdaSAEvVUQWwzZnoj58mFW3aSAlYsQ',
  p: '-9q_AnroqdfM8T0IMp4i-xGExIuDALA0l5XSYiqg5JC-SiZhUs7GxekaE5lUZQzggNBOyn5NcmHQbrpmlA4UxrP03cdtrI6k4KU4BYjlW1XYXj23rinMsDkNM6pjJVAJQpX0L3kGukpnYCqlD9Ez-qsNh38iF17AYFKMTH6rSEU',
  q: '94nxCulNnZqTUZuKj2ihBLX-T6l48qV4LgKrkA3R8gPADfco86e_OH3DstJeCMIhhddTq_EfNdL7HOuMZLCzMJ6yEz2TAekuV0K5x6sYvLvPcsffv2f6LNd9ShGtQAAUVGy-SGcxeLiRxihdlIfYF2BMB8jcfdnKFD8tt68ZaK0',
  dp: 'mTLZh6-uAUpkvsWKTAgHbUOdyFS4zl1g0GhxPgeCMSaeqcoo308qeE6v7wYQ4RrxIUoU83XatF4thH1cUmkyWCA1LgbWfuWSA5hcuHkqUuGoKMNQDOAeQ3-guTHG93Z0-4ztqUbsQbtqoIOwPivae3s7UpWR7jdTvAPaldljZSU',
  dq: 'Y2yZT2ujzCCw-T9DKRS6T90Vd0O3m6ZQnhJefG7Am7db5YAXh74htPv2pZWPRW9L7akuJ0qi4YiLafNGIY9DeczT85xwtnzFKzFW01bqiavZx912BjgqKOaooR52etVNVReUWhpwqW9gxbmi1Ky3Y7Q-9YV84mOeogE6SKPgzcU',
  qi: 'jHLcmhAjh0WWTghGRGZ8p3WEawhAKCbwwXhEyFFmKT_nM7pBZ67oWRx7aD-kFmCBRYBaKG-aQCLWq_iOAdjO1tm3iGPdYUDYdkPO897phWeozRIATODqm8OcS-IRcFtLiuFqH2TFyOueORcdpjgmTVgiebks7bSEFNOAFral11o',
} as const
