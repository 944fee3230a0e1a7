import Mocha from 'mocha'

const { EVENT_RUN_END } = Mocha.Runner.constants

/** The usual report, and as the very last line the counts: "N passed, N failed, N skipped". */
export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats
      process.once('exit', () => process.stdout.write(`${passes} passed, ${failures} failed, ${pending} skipped\n`))
    })
  }
}
