/** 97.5th percentile of the standard normal distribution: half-width of a 95% range, in standard errors. */
export const Z_95 = 1.959963984540054
