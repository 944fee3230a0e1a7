// What was counted once and by hand, with how; linking.bench.ts writes it under the figures it measures itself.

export const NOTES = `### Polarity (counted once; the sentences are in test/analysis/linking/polarity*.psv, \`npx mocha test/analysis/linking/polarity.test.ts\`)

| sentences | refusals read as an adoption | adoptions read as one |
| --- | --- | --- |
| 100 of the first 300, kept aside, on first sight of the first rules | 2 of 37 | 37 of 39 |
| **60 new refusals and 26 others, on first sight of those rules** | **12 of 60** | 16 of 17 |
| … the same after the rules were mended | 0 of 60 | 15 of 17 |
| **60 more new refusals and 10 adoptions, on first sight of the mended rules** | **2 of 60** | 10 of 10 |
| … the same after mending both | 0 of 60 | 10 of 10 |

The unseen figure of the rules as they were handed over first is 1 in 5, far worse than the 2 of 37 had promised; of the mended
rules 1 in 30. **The goal of 1 in 60 is not shown.** Both new sets were written by the one who mends the rules, who had read them.
On confirmed links of the three sample consultations (rules were mended after reading mill-lane and one error in
listening-in-action: seen material): 0 of 98 refusals in decisions read as an adoption, 1 of 61 in answers; 83 of 156 adoptions
found, 55 offered as \`notes\`, **18 as a refusal**. Caution costs adoptions: a reviewer changes \`notes\` with one key.

### What was tried and not kept (first three / decision first three, whole linker; query widened with a share of 0.15 / 0.3 of idf)

| part | council | eastfield-park | mill-lane | listening-in-action |
| --- | --- | --- | --- | --- |
| as it is | .923 / .955 | .936 / .917 | .943 / .984 | .915 / .952 |
| RM3, 6 rarest words of the best passage of record, summary, papers; 0.15 | .930 / .955 | .940 / .940 | .947 / .984 | .915 / .952 |
| RM3, 0.3 | .930 / .955 | .938 / .940 | .948 / .984 | .915 / .952 |
| the rest of the contribution, 0.15 | – | .934 / .917 | .947 / .984 | .915 / .952 |
| the rest of the contribution, 0.3 | – | .932 / .905 | .947 / .984 | .915 / .952 |
| the topic it answered, 0.15 | – | .934 / .893 | .948 / .984 | .915 / .952 |
| the topic it answered, 0.3 | – | .934 / .893 | .948 / .984 | .915 / .952 |

RM3 gains up to half a point of all and costs every point a second search (twice the time); context gains on one and loses on
another. None was built in. The place a point names is in its words already. The words of the passage before (a hook of the first
round) were never used and are gone. Searching the 12 nearest words instead of 32 (and first looks from 0.4 of the best) changed
no figure by more than a point.

### Barcelona (10,860 points, 4,871 passages, Catalan)

\`said suggest barcelona/pam-2016\` after importing the four files with data/import/examples/barcelona-pam-*.json: 15.2 s by the clock on two
idle cores, 18.8 s of user CPU and 3.4 s of system (reading the records and storing 64,818 suggestions included), 547 MB; linking@0.2.0: 34 s,
841 MB. Read by hand with linking@0.3.1, the best suggestion of the decision stage for every 543rd point from the 138th: **10 of 20
make sense**, 4 more are of the same topic only, 6 are wrong. Of the six, four ask for something that no measure takes up; two have
a measure and did not get it first: one long complaint about cables on façades, whose measure says so in two words only, and a football
pitch. Wrong ones have low scores (.02–.25), but so have right ones (.06–.57): nothing is to be read into a score here. English rules of
polarity read no passage that is not in English. An earlier twenty, with linking@0.2.0: 10, 3 and 7.

### Two spreadsheets: \`said match\`, 10,000 points × 5,000 passages, top 10, two threads (\`/usr/bin/time -v\`, CPU user + system)

| texts | linking@0.2.0 | linking@0.3.0 | by the clock, two idle cores, two runs |
| --- | --- | --- | --- |
| invented words, 24 and 40 to a text, six stages | 48.9 s, 735–920 MB | 22 s, 466–479 MB | 12.2 and 11.8 s (before: 30 s) |
| chains of words of the sample and of ibm-kpa-2021 train | 42.1 s, 626–695 MB | 17–20 s, 441–446 MB | 9.3 and 11.0 s |

All threads read one index in shared memory, the output is written as bytes, and it is the same with any number of threads
(test/server/usecases/match-in-threads.test.ts).

### Perspectrum-like paraphrase: not measured, no such set at hand.

### Kind of input (rules, sample council): 0.64–0.69 right; "proposal" for everything would give 0.55–0.58.

### Where the linker is weak

- Strictly unseen: only ibm-kpa-2021 dev. None of the councils is: they are invented by the same project, weights are fitted on two of
  them, and rules and constants were chosen with the others in sight.
- ibm-kpa-2021 dev: half of the arguments get their key point first; same-topic key points in other words stay apart. Own words
  alone stay below the .60 / .87 of soft alignment with GloVe in the specification (another split: test).
- Outside English there are no vectors, concepts or polarity rules: suggestions by words and letters, kinds as cautious as can be.
- A plan's general aims ("there should be more room for wildlife") are seldom found from a specific ask: plan stage 0.63–0.80.
- Sarcasm is read as it stands. A point that asks for something to end, and gets it, is offered as \`does-opposite\` or \`notes\`.
- Adoptions without a verb of deciding ("| Y7 | Forty stands are on their way. |") are offered as \`acknowledges\` or \`notes\`.
`
