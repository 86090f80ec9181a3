#include "vault/log_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

#include "base/error.h"

namespace ugoda {

namespace {

Error damaged(const std::string& where, const std::string& what) {
    return Error(Fault::integrity, where, what,
                 "run `ugoda verify`, then put the newest backup back");
}

StoredEvent stored_event(const SQLite::Statement& row) {
    StoredEvent stored{count_in(row, 0), view_in(row, 1), std::nullopt};
    if (!row.isColumnNull(2)) stored.payload = view_in(row, 2);
    return stored;
}

void insert(Statements& statements, const char* sql, std::uint64_t key, std::string_view bytes) {
    const Prepared statement = statements.use(sql);
    bind_value(*statement, 1, key);
    bind_bytes(*statement, 2, bytes);
    statement->exec();
}

}  // namespace

EventOutline outline(const StoredEvent& stored) {
    auto header = parse_header(stored.header);
    if (!header || header->seq != stored.seq)
        throw damaged(event_name(stored.seq), "its header is damaged");
    EventOutline event{std::move(*header), sha256(stored.header), std::nullopt};
    if (!stored.payload) return event;
    if (sha256(*stored.payload) != event.header.payload)
        throw damaged(event_name(stored.seq), "its payload is not the one that was logged");
    event.payload = outline_payload(*stored.payload);
    if (!event.payload) throw damaged(event_name(stored.seq), "its payload is not an event's payload");
    return event;
}

EventEntry to_entry(const EventOutline& event) {
    EventEntry entry{event.header, event.header_hash, std::nullopt};
    if (event.payload) entry.payload = to_payload(*event.payload);
    return entry;
}

std::uint64_t LogStore::size() const {
    SQLite::Statement last(database_, "SELECT max(seq) + 1 FROM event");
    last.executeStep();
    return count_in(last, 0);
}

NodeReader LogStore::nodes() const {
    const auto statement =
        std::make_shared<SQLite::Statement>(database_, "SELECT hash FROM node WHERE id = ?");
    return [statement](std::uint64_t index) {
        statement->reset();
        bind_value(*statement, 1, index);
        if (!statement->executeStep())
            throw damaged("index.db",
                          "node " + std::to_string(index) + " of the log's tree is missing");
        const Digest hash = digest_in(*statement, 0);
        statement->reset();
        return hash;
    };
}

void LogStore::read(std::uint64_t seq,
                    const std::function<void(const EventOutline&)>& visit) const {
    const Prepared row = statements_.use(
        "SELECT event.seq, header, bytes FROM event LEFT JOIN payload USING (seq) WHERE event.seq "
        "= ?",
        seq);
    if (!row->executeStep()) throw damaged(event_name(seq), "is missing from the log");
    visit(outline(stored_event(*row)));
}

EventEntry LogStore::entry(std::uint64_t seq) const {
    std::optional<EventEntry> entry;
    read(seq, [&](const EventOutline& event) { entry = to_entry(event); });
    return std::move(*entry);
}

void LogStore::for_each(const std::function<void(const StoredEvent&)>& visit) const {
    SQLite::Statement row(
        database_,
        "SELECT event.seq, header, bytes FROM event LEFT JOIN payload USING (seq) "
        "ORDER BY event.seq");
    while (row.executeStep()) visit(stored_event(row));
}

Frontier LogStore::frontier() const {
    const std::uint64_t leaves = size();
    SQLite::Statement last(database_, "SELECT max(id) + 1 FROM node");
    last.executeStep();
    if (count_in(last, 0) != stored_count(leaves))
        throw damaged("index.db",
                      "the log's tree does not fit its " + std::to_string(leaves) + " events");
    const NodeReader node = nodes();
    if (leaves > 0 &&
        node(stored_index(0, leaves - 1)) != leaf_hash(bytes_of(entry(leaves - 1).header_hash)))
        throw damaged(event_name(leaves - 1), "is not the one in the log's tree");
    return Frontier(leaves, node);
}

void LogStore::append(const Event& event, Frontier& frontier) {
    const std::uint64_t seq = frontier.size();
    insert(statements_, "INSERT INTO event VALUES (?, ?)", seq, event.header_bytes);
    insert(statements_, "INSERT INTO payload VALUES (?, ?)", seq, event.payload_bytes);
    std::uint64_t id = stored_count(seq);
    for (const Digest& hash : frontier.append(leaf_hash(bytes_of(event.header_hash()))))
        insert(statements_, "INSERT INTO node VALUES (?, ?)", id++, bytes_of(hash));
}

void LogStore::record_head(const Frontier& frontier) {
    insert(statements_, "INSERT INTO head VALUES (?, ?)", frontier.size(),
           bytes_of(frontier.root()));
}

}  // namespace ugoda
