// Step 5: the case, and each visit it refers to, is a chain of events without a hole.

const place = event => `data/events/${String(event.seq).padStart(12, "0")}/header.json`;

/** Whose event it is: its payload says so; without one, dossier.json. */
function ownerOf(event, said) {
  const named = event.payload?.content.case;
  return typeof named === "string" ? named : said.get(event.seq);
}

function checkChain(dossier, name, events) {
  let before;
  for (const event of events.sort((a, b) => a.header.case_seq - b.header.case_seq)) {
    const expected = (before?.header.case_seq ?? 0) + 1;
    if (event.header.case_seq !== expected) dossier.finding(place(event), "chain.hole", { name, expected, found: event.header.case_seq });
    else if (event.header.case_prev !== before?.headerHash) dossier.finding(place(event), "chain.broken", { name });
    else if (before !== undefined && before.seq >= event.seq) dossier.finding(place(event), "chain.order", { name });
    else dossier.report.count("links");
    before = event;
  }
}

export function checkChains(dossier) {
  const { summary } = dossier, chains = new Map([[summary.case, []], ...summary.visits.map(visit => [visit, []])]);
  const said = new Map(summary.events.map(({ seq, of }) => [seq, of]));
  for (const event of dossier.events.values()) {
    if (event.header.case_seq === undefined) continue;
    const name = ownerOf(event, said);
    if (chains.has(name)) chains.get(name).push(event);
    else dossier.finding(place(event), "chain.foreign", { name: String(name) });
  }
  for (const [name, events] of chains) {
    if (events.length === 0) dossier.finding("data/events/", "chain.none", { name });
    checkChain(dossier, name, events);
  }
}
