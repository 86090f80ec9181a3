// What a salon hands out: for whom, what is in it, and nobody else.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "dossier/bag_source.h"
#include "workflow/add_note.h"
#include "workflow/check_dossier.h"
#include "workflow/make_dossier.h"
#include "workflow/salon.h"
#include "workflow/visits.h"

using namespace ugoda;

namespace {

using Files = std::map<std::string, std::string>;

Files files_of(const std::filesystem::path& dossier) {
    Files files;
    const auto source = open_bag(dossier);
    while (const auto entry = source->next()) {
        std::string& bytes = files[entry->path];
        for (std::string_view piece = source->read(); !piece.empty(); piece = source->read()) bytes += piece;
    }
    return files;
}

/// Makes one, which must be intact, and takes it apart.
Files dossier(Salon& salon, const std::string& number, const std::string& reader = "") {
    const auto out = salon.out() / (number + reader + ".zip");
    (void)make_dossier(salon.place(), number, {out, reader});
    const DossierCheck check = check_dossier(out, {}, {});
    for (const Finding& finding : check.findings) UNSCOPED_INFO(finding.where << ": " << finding.what);
    CHECK(check.is_intact);
    return files_of(out);
}

/// The files that hold the text; empty: none.
std::string holders(const Files& files, const std::string& needle) {
    std::string list;
    for (const auto& [path, bytes] : files)
        if (bytes.find(needle) != std::string::npos) list += path + " ";
    return list;
}

}  // namespace

TEST_CASE("a dossier of a settled complaint is intact, and that it was made is logged after it") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.issue("settlement", number);
    const auto out = salon.out() / "d.zip";
    const MadeDossier made = make_dossier(salon.place(), number, {out, "court"});
    CHECK(made.sha256 == to_hex(sha256(read_file(out, 1u << 30, Fault::internal))));
    CHECK(check_dossier(out, {}, {}).is_intact);
    CHECK(salon.is_intact());
    const Trail trail = pull_trail(salon.place(), number);
    CHECK(trail.lines.back().kind == "dossier.made");
    CHECK(trail.lines.back().seq == made.size);
    CHECK(trail.lines.back().what.find(made.sha256) != std::string::npos);
    CHECK(files_of(out).at("data/dossier.json").find("dossier.made") == std::string::npos);
}

TEST_CASE("the next dossier tells of the one before, whose checkpoint it continues") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const MadeDossier first = make_dossier(salon.place(), number, {salon.out() / "first.zip", ""});
    const Files second = dossier(salon, number, "court");
    CHECK(holders(second, first.sha256) != "");
    char folder[64];
    std::snprintf(folder, sizeof folder, "data/checkpoints/%012d/", static_cast<int>(first.size));
    CHECK(second.at(folder + std::string("checkpoint")) == files_of(salon.out() / "first.zip").at("data/checkpoint"));
}

TEST_CASE("the checkpoint on the client's paper is held against the dossier") {
    Salon salon, other;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.issue("settlement", number);
    const auto out = salon.out() / "d.zip";
    (void)make_dossier(salon.place(), number, {out, ""});
    const std::string note = open_vault(salon.place(), Access::read).first_checkpoint(0)->note;
    write_file_durably(salon.path("paper"), note, 0600);
    CHECK(check_dossier(out, salon.path("paper"), {}).is_intact);
    (void)other.issue("settlement", other.open("pl-hair.json"));
    write_file_durably(salon.path("paper"), open_vault(other.place(), Access::read).first_checkpoint(0)->note, 0600);
    CHECK_FALSE(check_dossier(out, salon.path("paper"), {}).is_intact);
}

TEST_CASE("a dossier is never written over another file, and what could not be finished leaves nothing") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const auto out = salon.out() / "d.zip";
    write_file_durably(out, "something", 0600);
    CHECK_THROWS_WITH(make_dossier(salon.place(), number, {out, ""}), Catch::Contains("is there already"));
    CHECK(read_file(out, 100, Fault::internal) == "something");
    CHECK_THROWS_AS(make_dossier(salon.place(), number, {salon.out() / "none/d.zip", ""}), Error);
    CHECK_THROWS_AS(make_dossier(salon.place(), "2099-0077", {salon.out() / "e.zip", ""}), Error);
    CHECK_THROWS_AS(make_dossier(salon.place(), number, {salon.out() / "e.zip", "neighbour"}), Error);
    CHECK(std::distance(std::filesystem::directory_iterator(salon.out()), {}) == 1);
    CHECK(pull_trail(salon.place(), number).lines.back().kind != "dossier.made");
}

TEST_CASE("what a run left that was cut off is taken, and one that is still going is left alone") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const auto out = salon.out() / "d.zip", half = salon.out() / ".d.zip.new";
    write_file_durably(half, std::string(1u << 20, 'x'), 0600);
    const int going = ::open(half.c_str(), O_WRONLY);
    REQUIRE(::flock(going, LOCK_EX) == 0);
    CHECK_THROWS_WITH(make_dossier(salon.place(), number, {out, ""}), Catch::Contains("being made by another run"));
    ::close(going);
    (void)make_dossier(salon.place(), number, {out, ""});
    CHECK(check_dossier(out, {}, {}).is_intact);
    CHECK_FALSE(std::filesystem::exists(half));
}

TEST_CASE("an object that was damaged is not handed out") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::string hex = to_hex(open_vault(salon.place(), Access::read).photos(number).at(0).original.sha256);
    const auto object = salon.place().vault / "objects" / hex.substr(0, 2) / hex;
    std::filesystem::permissions(object, std::filesystem::perms::owner_all);
    write_file_durably(object, "another picture", 0400);
    CHECK_THROWS_AS(make_dossier(salon.place(), number, {salon.out() / "d.zip", ""}), Error);
    CHECK(std::filesystem::is_empty(salon.out()));
}

TEST_CASE("no other client is in a dossier: not by name, number, photograph or record") {
    Salon salon;
    const std::string first = salon.open("pl-nails.json");
    (void)salon.issue("settlement", first);
    (void)salon.issue("intake", first);
    const std::string number = salon.open("pl-hair.json");
    const std::string third = salon.open("pl-brows.json");
    (void)salon.issue("settlement", number);
    const Files files = dossier(salon, number);
    for (const std::string& other : {first, third}) {
        CHECK(holders(files, other) == "");
        const Vault vault = open_vault(salon.place(), Access::read);
        const CaseEntry entry = vault.find_case(other).value();
        for (const char* field : {"client_name", "client_id", "client_address"})
            if (const std::string needle = text_at(entry.sections.at("client"), field); !needle.empty()) {
                INFO(needle);
                CHECK(holders(files, needle) == "");
            }
        for (const EventEntry& event : vault.events(other))
            for (const ObjectRef& object : event.payload->objects)
                if (object.role != "template" && object.role != "form" && object.role != "locale")
                    CHECK(holders(files, to_hex(object.sha256)) == "");
    }
    CHECK(holders(files, "SET-2099-0002") != "");
    CHECK(holders(files, "SET-2099-0001") == "");
    CHECK(holders(files, "INT-2099-0001") == "");
}

TEST_CASE("a photograph that another client's case has too does not tell of that case") {
    Salon salon;
    const std::string first = salon.open("pl-hair.json");
    const std::string number = salon.open("pl-hair.json");
    const Files files = dossier(salon, number);
    CHECK(holders(files, first) == "");
    CHECK(files.contains("data/photos/01-before.jpg"));
}

TEST_CASE("the client and the insurer do not get what is internal, the insurer no health data; the court gets all") {
    Salon salon;
    Json file = parse_json(read_file(sample("pl-hair.json"), 1u << 20, Fault::internal), "sample");
    for (const char* section : {"photo_sheet", "evidence"}) file.erase(section);
    file["client_card"] = {{"allergies", "allergy-needle"}};
    file["incident"] = {{"facts", "incident-needle"}};
    const std::string number = open_case(salon.place(), salon.file_with("case.json", file)).number;
    REQUIRE_FALSE(number.empty());
    const Files court = dossier(salon, number, "court"), client = dossier(salon, number, "client"),
                insurer = dossier(salon, number, "insurer");
    CHECK(holders(court, "incident-needle") != "");
    CHECK(holders(court, "allergy-needle") != "");
    CHECK(court.at("data/withheld.txt").empty());
    CHECK(holders(client, "incident-needle") == "");
    CHECK(client.at("data/withheld.txt") == "payload 1 internal\n");
    CHECK(holders(client, "allergy-needle") == "data/events/000000000001/excerpt.json ");
    CHECK(holders(insurer, "incident-needle") == "");
    CHECK(holders(insurer, "allergy-needle") == "");
    const std::string excerpt = insurer.at("data/events/000000000001/excerpt.json");
    CHECK_THAT(excerpt, Catch::Contains("by the salon") && Catch::Contains("cannot be checked against the header") &&
                            Catch::Contains("intake"));
}
