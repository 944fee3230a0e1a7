/** natural ships types only for its index, which loads 1,268 modules; these are the two deep paths we use. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(token: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/util/stopwords.js' {
  const list: { words: string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_es.js' {
  const list: { words: string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_fr.js' {
  const list: { words: string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_it.js' {
  const list: { words: string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_pt.js' {
  const list: { words: string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_nl.js' {
  const list: { words: string[] }
  export default list
}
