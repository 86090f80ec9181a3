// A checkpoint on a client's paper against a log that may have been rewritten since.
#include <catch2/catch.hpp>

#include "base/base64.h"
#include "damage.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

struct Issued : SmallVault {
    std::string paper;
    Issued() {
        Vault vault = open();
        const std::string number = open_case(vault);
        fix_record(vault, number, "content");
        paper = issue_record(vault, number);
        open_case(vault);
    }
    std::string held(const std::string& note) {
        return told(verify_witness(folder(), surroundings(), note));
    }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Writes the log of `small` anew, with the same vault id and key but other events.
void rewrite_history(Issued& small) {
    fs::copy(small.folder(), small.beside("as it was"), fs::copy_options::recursive);
    harm(small,
         "DELETE FROM event WHERE seq > 0; DELETE FROM payload WHERE seq > 0; DELETE FROM node "
         "WHERE id > 0;"
         "DELETE FROM head WHERE size > 1; DELETE FROM case_event; DELETE FROM case_file; DELETE FROM summary;"
         "DELETE FROM record; DELETE FROM checkpoint");
    const std::string id = small.open(Access::read).id();
    SQLite::Database database((small.folder() / "index.db").string());
    SQLite::Statement root(database, "SELECT root FROM head");
    root.executeStep();
    const std::string mark = R"({"origin":"ugoda/)" + id.substr(0, 12) + R"(","root":")" +
                             to_hex(std::string_view(root.getColumn(0).getString())) +
                             "\",\"size\":1}\n";
    root.reset();
    overwrite(small.folder() / "high-water", mark);
    overwrite(small.state() / id / "high-water", mark);
    small.clock.move(1);
    Vault vault = small.open();
    for (int i = 0; i < 6; ++i) open_case(vault);
}

}  // namespace

TEST_CASE("the paper's checkpoint fits the log it was printed from, and all that came after") {
    Issued small;
    CHECK(small.held(small.paper) == "");
}

TEST_CASE("a checkpoint typed by a person is read as it was meant") {
    Issued small;
    const std::string& paper = small.paper;
    CHECK(small.held(paper.substr(0, paper.size() - 1)) == "");
    CHECK(small.held(replaced(paper, "\n", "\r\n")) == "");
    CHECK(small.held(replaced(paper, "\n", "  \n")) == "");
    CHECK(small.held("\n\n" + paper + "\n\n") == "");
    CHECK(small.held(replaced(paper, "\n\n", "\n")) == "");
    for (const char* dash : {"-", "--", "\u2013", "\u2212"})
        CHECK(small.held(replaced(paper, "\u2014", dash)) == "");
    std::string grouped = paper;
    grouped.insert(paper.size() - 40, " ");
    grouped.insert(paper.size() - 60, "\n");
    CHECK(small.held(grouped) == "");
}

TEST_CASE("a checkpoint with one wrong letter is told as mistyped or forged") {
    Issued small;
    std::string wrong = small.paper;
    const auto at = wrong.find('\n', wrong.find('\n') + 1) + 5;
    wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
    CHECK_THAT(small.held(wrong), Catch::Contains("mistyped or forged"));
}

TEST_CASE("a checkpoint signed by somebody else's key is told") {
    Issued small;
    const Checkpoint checkpoint = parse_checkpoint(small.paper).value();
    CHECK_THAT(small.held(sign_checkpoint(checkpoint, SigningKey::generate())),
               Catch::Contains("is not signed by this vault's key"));
}

TEST_CASE("what is no checkpoint, and a checkpoint of another vault, are told apart") {
    Issued small;
    CHECK_THAT(small.held("good morning"), Catch::Contains("is not a checkpoint"));
    CHECK_THAT(small.held(""), Catch::Contains("is not a checkpoint"));
    CHECK_THAT(small.held(sign_checkpoint({"ugoda/000000000000", 2, {}}, SigningKey::generate())),
               Catch::Contains("is of another vault"));
}

TEST_CASE("a log cut off below the paper's size is told as shorter than the paper") {
    Issued small;
    harm(small, "DELETE FROM event WHERE seq > 1; DELETE FROM payload WHERE seq > 1");
    CHECK_THAT(small.held(small.paper), Catch::Contains("the log has only 2"));
}

TEST_CASE("a history rewritten whole, with the salon's own key, is caught by the paper alone") {
    Issued small;
    rewrite_history(small);
    CHECK(told(small.verify()).find("warning") == std::string::npos);
    CHECK_THAT(small.held(small.paper),
               Catch::Contains("does not fit the log: its first 3 events"));
}

TEST_CASE("a changed event is caught by the paper even when the tree was left as it was") {
    Issued small;
    harm(small, changed_header("s-1", "s-2", 1));
    CHECK_THAT(small.held(small.paper), Catch::Contains("does not fit the log"));
}

TEST_CASE("a stored tree that no longer proves the log is told") {
    Issued small;
    harm(small, "UPDATE node SET hash = zeroblob(32)");
    CHECK_THAT(small.held(small.paper), Catch::Contains("does not prove it"));
}

TEST_CASE("a checkpoint that an event says was printed is held against the log by verify") {
    Issued small;
    const Checkpoint other{parse_checkpoint(small.paper)->origin, 2, sha256("another root")};
    Vault vault = small.open();
    fix_record(vault, "2026-0001", "more", 2);
    const SigningKey key = SigningKey::from_pem(read_all(small.folder() / "keys/log.key"), "key");
    add(vault,
        {"record.issued",
         "2026-0001",
         {{"record", "SET-2026-0001"}, {"version", 2}, {"checkpoint", sign_checkpoint(other, key)}},
         {},
         "s-1"});
    CHECK_THAT(told(small.verify()),
               Catch::Contains("does not fit the log: events before it were changed"));
}
