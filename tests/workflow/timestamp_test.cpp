// Trusted time of a salon, with an authority on loopback: asked for by hand and on issue, kept,
// checked, and renewed.
#include "workflow/stamp_log.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "base/error.h"
#include "support/loopback_server.h"
#include "support/seal_token.h"
#include "support/time_authority.h"
#include "workflow/check_dossier.h"
#include "workflow/due.h"
#include "workflow/make_dossier.h"
#include "workflow/name_authority.h"
#include "workflow/salon.h"
#include "workflow/timestamp_footing.h"

using namespace ugoda;

namespace {

constexpr std::int64_t day = 86400;

/// A salon with an authority whose certificate lasts so many days from the salon's present.
class StampedSalon {
  public:
    explicit StampedSalon(int days = 400) {
        take_certificate(days);
        salon.file_with("ca.pem", Json());
        write_file_durably(salon.path("ca.pem"), authority->root(), 0600);
        named = name_authority(salon.place(), {server.url(), salon.path("ca.pem")});
    }
    /// The authority gets a new certificate, under a new root.
    void take_certificate(int days) {
        const std::int64_t now = salon.clock().now().seconds;
        authority = std::make_unique<TimeAuthority>(AuthorityTraits{"Test Time", now - day, now + days * day, "critical,timeStamping", crl_url});
    }
    [[nodiscard]] std::vector<TimestampEntry> timestamps() const { return open_vault(salon.place(), Access::read).timestamps(); }
    [[nodiscard]] std::uint64_t size() const { return open_vault(salon.place(), Access::read).size(); }
    Stamping stamp(bool renews = false) { return stamp_log(salon.place(), renews); }
    [[nodiscard]] std::string good(const std::string& query) const {
        return http_ok("application/timestamp-reply", authority->reply(query, salon.clock().now().seconds));
    }

    mutable Salon salon;
    std::string crl_url{};
    std::unique_ptr<TimeAuthority> authority;
    std::function<std::string(const std::string&)> answer = [this](const std::string& query) { return good(query); };
    LoopbackServer server{[this](const std::string&, const std::string& query) { return answer(query); }};
    bool named = false;
};

bool tells(const Findings& findings, const std::string& words) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.what.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("naming an authority changes nothing else in vault.toml, and is logged with its certificates") {
    StampedSalon desk;
    CHECK(desk.named);
    const std::string text = read_file(desk.salon.place().vault / "vault.toml", 1 << 20, Fault::storage);
    CHECK(text.starts_with("# Settings of this vault."));
    CHECK_THAT(text, Catch::Contains("[timestamp]"));
    CHECK(desk.salon.is_intact());
    const Vault vault = open_vault(desk.salon.place(), Access::read);
    CHECK(named_authority(vault)->trusted == desk.authority->root());
    const auto accepted = vault.accepted_settings();
    CHECK_FALSE(name_authority(desk.salon.place(), {desk.server.url(), desk.salon.path("ca.pem")}));
    CHECK(open_vault(desk.salon.place(), Access::read).size() == vault.size());
    CHECK(name_authority(desk.salon.place(), {"https://tsa.example/", ""}));
    CHECK(open_vault(desk.salon.place(), Access::read).accepted_settings() != accepted);
    const std::string again = read_file(desk.salon.place().vault / "vault.toml", 1 << 20, Fault::storage);
    CHECK(again.find("[timestamp]") == again.rfind("[timestamp]"));
    CHECK_THAT(again, !Catch::Contains(desk.server.url()));
    CHECK(desk.salon.is_intact());
}

TEST_CASE("an authority written by hand is accepted when it can be worked with") {
    StampedSalon desk;
    const auto file = desk.salon.place().vault / "vault.toml";
    const std::string text = read_file(file, 1 << 20, Fault::storage);
    const auto with = [&](const std::string& lines) {
        write_file_durably(file, text.substr(0, text.find("[timestamp]")) + "[timestamp]\n" + lines, 0600);
        return accept_settings(desk.salon.place());
    };
    CHECK(with("url = 'https://tsa.example/'\ntimeout_seconds = 3\n").is_new);
    CHECK(with("url = 'ftp://tsa.example/'\n").findings.front().where == "timestamp.url");
    CHECK(with("url = 'https://tsa.example/'\ntimeout_seconds = 0\n").findings.front().where == "timestamp.timeout_seconds");
    CHECK(with("url = 'https://tsa.example/'\nca = 'ca.pem'\n").findings.front().where == "timestamp.ca");
    CHECK_THROWS_AS(with("url = 'https://tsa.example/'\nca = '" + std::string(64, 'a') + "'\n"), Error);
    // With an edit that nobody accepted, an authority would be logged along with it unseen.
    CHECK_THROWS_AS(name_authority(desk.salon.place(), {"https://tsa.example/", ""}), Error);
}

TEST_CASE("a timestamp covers everything logged so far, once") {
    StampedSalon desk;
    const std::uint64_t before = desk.size();
    const Stamping made = desk.stamp();
    CHECK(made.is_new);
    CHECK(made.size == before);
    CHECK(made.authority == "Test Time");
    CHECK(desk.size() == before + 1);
    const Stamping again = desk.stamp();
    CHECK_FALSE(again.is_new);
    CHECK(again.size == before);
    CHECK(tells(again.findings, "nothing is new"));
    CHECK(desk.server.requests() == 1);
    desk.salon.open("pl-hair.json");
    const std::uint64_t stamped = desk.stamp().size;
    CHECK(stamped == desk.size() - 1);
    CHECK(desk.timestamps().size() == 2);
    CHECK(desk.salon.is_intact());
    reindex_vault(desk.salon.place());
    CHECK(desk.timestamps().size() == 2);
    CHECK(desk.salon.is_intact());
}

TEST_CASE("an authority that lies, hangs or refuses leaves no trace in the vault") {
    StampedSalon desk;
    std::string older;
    desk.answer = [&](const std::string& query) { return older = desk.good(query); };
    CHECK(desk.stamp().is_new);
    desk.salon.open("pl-hair.json");
    const std::uint64_t before = desk.size();
    const TimeAuthority stranger;
    const std::vector<std::function<std::string(const std::string&)>> bad = {
        [&](const std::string&) { return older; },
        [&](const std::string& query) { return desk.good(TimeAuthority::with_other_imprint(query)); },
        [&](const std::string& query) { return desk.good(TimeAuthority::with_other_nonce(query)); },
        [&](const std::string& query) { return http_ok("application/timestamp-reply", stranger.reply(query)); },
        [&](const std::string&) { return http_ok("application/timestamp-reply", desk.authority->refusal()); },
        [&](const std::string&) { return http_ok("application/timestamp-reply", "garbage"); }};
    for (const auto& answer : bad) {
        desk.answer = answer;
        try {
            (void)desk.stamp();
            FAIL_CHECK("was believed");
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::storage);
        }
    }
    CHECK(desk.size() == before);
    const VaultReport report = check_vault(desk.salon.place());
    CHECK(report.is_intact);
    CHECK_FALSE(tells(report.findings, "no event names this file"));
}

TEST_CASE("offline nothing is lost: what waits is told, and one timestamp covers it later") {
    StampedSalon desk;
    const std::uint64_t covered = desk.stamp().size;
    CHECK(name_authority(desk.salon.place(), {url_of_nobody(), desk.salon.path("ca.pem")}));
    desk.salon.open("pl-hair.json");
    const std::uint64_t before = desk.size();
    const Stamping none = desk.stamp();
    CHECK_FALSE(none.is_new);
    CHECK(worst(none.findings) == Level::note);
    CHECK(tells(none.findings, "cannot be reached"));
    CHECK(desk.size() == before);
    const Findings due = list_due(desk.salon.place()).findings;
    CHECK(worst(due) == Level::note);
    CHECK(tells(due, std::to_string(before - covered - 1) + " events since 2099-05-28"));
    CHECK(name_authority(desk.salon.place(), {desk.server.url(), desk.salon.path("ca.pem")}));
    const std::uint64_t stamped = desk.stamp().size;
    CHECK(stamped == desk.size() - 1);
    CHECK(list_due(desk.salon.place()).findings.empty());
}

TEST_CASE("without an authority nothing is said of timestamps, and asking for one says what to do") {
    Salon salon;
    salon.open("pl-hair.json");
    CHECK(list_due(salon.place()).findings.empty());
    try {
        (void)stamp_log(salon.place(), false);
        FAIL_CHECK("there is none to ask");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::usage);
        CHECK_THAT(error.remedy(), Catch::Contains("--authority"));
    }
}

TEST_CASE("a record that is issued is under a timestamp at once, and issued all the same when that fails") {
    StampedSalon desk;
    const std::string number = desk.salon.open("pl-hair.json");
    const Issued issued = desk.salon.issue("settlement", number);
    REQUIRE(issued.record != "");
    CHECK(desk.timestamps().size() == 1);
    CHECK(desk.timestamps().front().size == desk.size() - 1);
    for (const auto& file : issued.files) {
        const SealToken seal = token_in_seal(read_file(file, 100u << 20, Fault::input));
        REQUIRE(seal.token != "");
        const Timestamp stamp = check_timestamp(reply_with(seal.token, "seal"), sha256(seal.signature), desk.authority->root(), "seal");
        CHECK(stamp.time.seconds == desk.salon.clock().now().seconds);
    }
    CHECK(desk.server.requests() == 3);  // two copies, one log
    desk.answer = [](const std::string&) { return http_ok("text/html", "sign in to the network"); };
    const Issued second = desk.salon.issue("intake", number);
    CHECK(second.record != "");
    CHECK(second.files.size() == 2);
    CHECK(tells(second.findings, "there is no timestamp yet"));
    CHECK(token_in_seal(read_file(second.files.front(), 100u << 20, Fault::input)).token == "");
    CHECK(desk.timestamps().size() == 1);
    CHECK(desk.salon.is_intact());
}

TEST_CASE("a timestamp holds when the authority's certificate has ended, and a changed one is found") {
    StampedSalon desk(10);
    (void)desk.stamp();
    desk.salon.clock().move(20 * day);
    CHECK(desk.salon.is_intact());
    Vault vault = open_vault(desk.salon.place(), Access::write);
    const TimestampEntry good = vault.timestamps().front();
    const auto logged = [&](Json content, std::vector<ObjectRef> objects) {
        vault.write([&](Writer& writer) { writer.append({"timestamp.token", std::nullopt, content, objects, "owner"}); });
        const Findings found = check_timestamps(vault);
        return found.empty() ? "" : found.back().what;
    };
    CHECK(logged(good.content, good.objects).empty());
    Json other = good.content;
    other["time"] = "2099-01-01T00:00:00+00:00";
    CHECK_THAT(logged(other, good.objects), Catch::Contains("does not stand there"));
    Json longer = good.content;
    longer["checkpoint"] = vault.signed_checkpoint(good.size + 1);
    CHECK_THAT(logged(longer, good.objects), Catch::Contains("not the one it speaks of"));
    std::vector<ObjectRef> swapped = good.objects;
    swapped.front() = vault.put(text_at(longer, "checkpoint"), "checkpoint");
    CHECK_THAT(logged(longer, swapped), Catch::Contains("imprint"));
    CHECK_FALSE(desk.salon.is_intact());
}

TEST_CASE("due warns before timestamps lose their footing, until one under a longer certificate renews them") {
    StampedSalon desk(100);
    (void)desk.stamp();
    CHECK(worst(list_due(desk.salon.place()).findings) == Level::note);
    desk.salon.clock().move(30 * day);
    desk.salon.open("pl-hair.json");
    (void)desk.stamp();  // under the same certificate
    const Findings due = list_due(desk.salon.place()).findings;
    CHECK(worst(due) == Level::warning);
    CHECK(tells(due, "2 timestamps lose their footing"));

    const Stamping useless = desk.stamp(true);
    CHECK(useless.renewed == 0);
    CHECK(tells(useless.findings, "lasts no longer"));
    CHECK(worst(list_due(desk.salon.place()).findings) == Level::warning);

    desk.take_certificate(900);
    write_file_durably(desk.salon.path("ca.pem"), desk.authority->root(), 0600);
    CHECK(name_authority(desk.salon.place(), {desk.server.url(), desk.salon.path("ca.pem")}));
    const Stamping renewal = desk.stamp(true);
    CHECK(renewal.renewed == 3);
    Json seqs = Json::array();
    const std::vector<TimestampEntry> all = desk.timestamps();
    for (std::size_t i = 0; i + 1 < all.size(); ++i) seqs.push_back(all[i].seq);
    CHECK(all.back().content.at("renews") == seqs);
    CHECK_FALSE(tells(list_due(desk.salon.place()).findings, "timestamp"));
    CHECK(desk.salon.is_intact());
}

TEST_CASE("the list of revoked certificates is kept when there is one, and a revoked authority is not believed") {
    std::string list;
    LoopbackServer lists([&](const std::string&, const std::string&) { return http_ok("application/pkix-crl", list); });
    StampedSalon desk;
    desk.crl_url = lists.url("/list.crl");
    desk.take_certificate(400);
    write_file_durably(desk.salon.path("ca.pem"), desk.authority->root(), 0600);
    CHECK(name_authority(desk.salon.place(), {desk.server.url(), desk.salon.path("ca.pem")}));
    list = "no list";
    const Stamping without = desk.stamp();
    CHECK(without.is_new);
    CHECK(tells(without.findings, "could not be had"));
    desk.salon.open("pl-hair.json");
    list = desk.authority->revocation_list(false);
    CHECK(desk.stamp().findings.empty());
    CHECK(desk.timestamps().back().objects.back().role == "crl");
    desk.salon.open("pl-brows.json");
    list = desk.authority->revocation_list(true);
    CHECK_THROWS_AS(desk.stamp(), Error);
    CHECK(desk.timestamps().size() == 2);
}

TEST_CASE("a computer's clock that is far from the authority's is told") {
    StampedSalon desk;
    desk.answer = [&](const std::string& query) {
        return http_ok("application/timestamp-reply", desk.authority->reply(query, desk.salon.clock().now().seconds - 3600));
    };
    CHECK(tells(desk.stamp().findings, "the authority's"));
}

TEST_CASE("a dossier made while the authority answers is dated, and its timestamps and seals are judged") {
    StampedSalon desk;
    const std::string number = desk.salon.open("pl-hair.json");
    (void)desk.salon.issue("settlement", number);
    const MadeDossier made = make_dossier(desk.salon.place(), number, {desk.salon.path("dated.zip"), ""});
    CHECK(made.findings.empty());
    const DossierCheck dated = check_dossier(desk.salon.path("dated.zip"), "", {});
    CHECK(dated.is_intact);
    const auto says = std::count_if(dated.findings.begin(), dated.findings.end(), [](const Finding& finding) {
        return finding.what.starts_with("says ") && finding.what.ends_with("by Test Time");
    });
    CHECK(says == 2);  // of the log, and of the dossier
    CHECK_FALSE(tells(dated.findings, "not checked"));
}

TEST_CASE("a dossier is made all the same while the authority lies or is not there, and says so") {
    StampedSalon desk;
    const std::string number = desk.salon.open("pl-hair.json");
    desk.answer = [](const std::string&) { return http_ok("application/timestamp-reply", "no reply"); };
    const MadeDossier made = make_dossier(desk.salon.place(), number, {desk.salon.path("undated.zip"), ""});
    CHECK(worst(made.findings) == Level::note);
    CHECK(tells(made.findings, "the dossier has none of its own"));
    CHECK(check_dossier(desk.salon.path("undated.zip"), "", {}).is_intact);
}
