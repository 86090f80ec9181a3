#include "vault/erasure.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/canonical_json.h"
#include "base/error.h"
#include "base/files.h"
#include "vault/database.h"
#include "vault/pending_file.h"
#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

using Names = std::unordered_set<Digest, DigestHash>;

std::unordered_map<std::uint64_t, std::size_t> by_event(const std::vector<Erasure>& erasures) {
    std::unordered_map<std::uint64_t, std::size_t> erasure_of;
    for (std::size_t i = 0; i < erasures.size(); ++i)
        for (const std::uint64_t seq : erasures[i].events) erasure_of[seq] = i;
    return erasure_of;
}

void require_may_go(const EventOutline& event, const Erasure& erasure) {
    if (event.header.kind != "erased" && event.payload &&
        event.payload->text("case") == erasure.case_number)
        return;
    throw Error(Fault::internal, event_name(event.header.seq),
                "is not to be erased with " + erasure.case_number, "report this");
}

/// A version of a record, so that its number is not given again.
void note_number(const EventOutline& event, Going& going) {
    if (event.header.kind != "record.fixed") return;
    going.records.push_back({{"record", event.payload->text("record")},
                             {"version", Json::parse(member_of(event.payload->content, "version"))}});
}

/// What the log says of objects: named by a payload that is there; erased.
struct Said {
    Names named, erased;
};

void read_erased(const EventOutline& event, Names& erased) {
    const std::string_view list = member_of(event.payload->content, "objects");
    if (event.header.kind != "erased" || !list.starts_with('[')) return;
    for (const Json& name : Json::parse(list))
        if (const auto digest = name.is_string() ? digest_from_hex(name.get<std::string>()) : std::nullopt)
            erased.insert(*digest);
}

Said said_by(const LogStore& log) {
    Said said;
    log.for_each([&](const StoredEvent& stored) {
        const EventOutline event = outline(stored);
        if (!event.payload) return;
        for (const ObjectRef& object : event.payload->objects) said.named.insert(object.sha256);
        read_erased(event, said.erased);
    });
    return said;
}

void unlink_erased(const Said& said, const VaultFiles& files) {
    std::set<fs::path> folders;
    for (const Digest& name : said.erased) {
        const fs::path file = files.object(name);
        if (said.named.contains(name) || !is_there(file)) continue;
        if (::unlink(file.c_str()) != 0) throw refused(file, "removed", errno);
        folders.insert(file.parent_path());
    }
    for (const fs::path& folder : folders) sync_folder(folder);
}

}  // namespace

std::vector<Going> what_goes(const LogStore& log, const std::vector<Erasure>& erasures) {
    const auto erasure_of = by_event(erasures);
    std::vector<Going> going(erasures.size());
    std::vector<std::set<Digest>> named(erasures.size());
    Names staying;
    log.for_each([&](const StoredEvent& stored) {
        const EventOutline event = outline(stored);
        const auto goes = erasure_of.find(event.header.seq);
        if (goes != erasure_of.end()) {
            require_may_go(event, erasures[goes->second]);
            note_number(event, going[goes->second]);
        }
        if (!event.payload) return;
        for (const ObjectRef& object : event.payload->objects)
            if (goes == erasure_of.end())
                staying.insert(object.sha256);
            else
                named[goes->second].insert(object.sha256);
    });
    for (std::size_t i = 0; i < going.size(); ++i)
        for (const Digest& name : named[i])
            if (!staying.contains(name)) going[i].objects.push_back(name);
    return going;
}

void delete_payloads(SQLite::Database& database, const std::vector<Erasure>& erasures) {
    Statements statements(database);
    for (const Erasure& erasure : erasures)
        for (const std::uint64_t seq : erasure.events)
            statements.run("DELETE FROM payload WHERE seq = ?", seq);
}

void mark_erasing(const VaultFiles& files) {
    if (!is_erasing(files)) PendingFile(files.incoming(), "", 0600).publish(files.erasing());
}

bool is_erasing(const VaultFiles& files) { return is_there(files.erasing()); }

void finish_erasing(SQLite::Database& database, const VaultFiles& files) {
    unlink_erased(said_by(LogStore(database)), files);
    sweep(files.incoming(), std::chrono::minutes(1));
    empty_journal(database);
    // SQLite overwrites what is deleted, but not the copies it left when it moved rows about.
    database.exec("VACUUM");
    if (::unlink(files.erasing().c_str()) != 0 && errno != ENOENT)
        throw refused(files.erasing(), "removed", errno);
    sync_folder(files.folder);
}

}  // namespace ugoda
