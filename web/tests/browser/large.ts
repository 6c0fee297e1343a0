// An account of 5 MB with 2,000 findings, made of sentences that differ only in their numbers.

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const PARAGRAPHS = 10_000
const EVERY = 5

/** Markdown; every fifth paragraph names a weekday that is wrong. */
export function large(): string {
  const out = ['# A long register of a harbour']
  for (let i = 0; i < PARAGRAPHS; i += 1) {
    if (i % 250 === 0) out.push(`## Part ${i / 250 + 1}`)
    const date = new Date(Date.UTC(1800, 0, 1 + i * 3))
    const wrong = i % EVERY === 0 ? 2 : 0
    const day = DAYS[(date.getUTCDay() + wrong) % 7] ?? ''
    const when = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
    const vessel = `the brig Number ${i + 1}`
    out.push(
      `The harbour master wrote that ${vessel} came in on ${day}, ${when}, with ${100 + (i % 90)} tons of coal and ` +
        `${3 + (i % 11)} passengers, among them a surveyor of the coast who had come to look at the light. The wind stood ` +
        'in the west for most of the week, and the pilots kept to the inner channel, which the winter had left deeper than ' +
        'it was on the charts. Nobody asked for the duty on the cargo until the clerk of the customs had come back from his ' +
        'supper, and the whole of it was under lock before dark, as the rules of the harbour had it.',
    )
  }
  return `${out.join('\n\n')}\n`
}
