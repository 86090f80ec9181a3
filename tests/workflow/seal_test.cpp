#include <catch2/catch.hpp>

#include "base/error.h"
#include "casefile/layout_map.h"
#include "workflow/places_to_sign.h"
#include "workflow/salon.h"
#include "workflow/seals.h"

using namespace ugoda;
using Catch::Contains;

namespace {

std::string bytes_of(const std::filesystem::path& file) { return read_file(file, 100u << 20, Fault::internal); }

int run(const std::string& command) { return std::system(("{ " + command + "; } >/dev/null 2>&1").c_str()); }

/// A vault of the same salon as it was made before there were seals.
Workplace unsealed(const Salon& salon) {
    Workplace place = salon.place();
    place.vault = salon.path("before");
    Json settings = open_vault(salon.place(), Access::read).settings();
    for (const char* given : {"format", "id", "origin", "public_key"}) settings.erase(given);
    Vault::create(place.vault, settings, "owner", place.surroundings);
    return place;
}

}  // namespace

TEST_CASE("a new vault has a seal of the salon's name, and it is logged") {
    Salon salon;
    const auto seals = list_seals(salon.place());
    REQUIRE(seals.size() == 1);
    CHECK_THAT(seals[0].certificates.at(0).subject, Contains("Siódma Chmura") && Contains("not issued by an authority"));
    CHECK(seals[0].entry.content.at("fingerprint") == seals[0].certificates.at(0).fingerprint);
    CHECK(seals[0].entry.content.at("self_made") == true);
    CHECK(salon.is_intact());
}

TEST_CASE("every copy that is issued is sealed, and the log has the sealed bytes") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued issued = salon.issue("settlement", number);
    REQUIRE(issued.files.size() == 2);
    const RecordEntry record = open_vault(salon.place(), Access::read).records(number).at(0);
    for (const auto& file : issued.files) {
        const std::string pdf = bytes_of(file);
        CHECK_THAT(pdf, Contains("/SubFilter /ETSI.CAdES.detached") && Contains("/M (D:20990528"));
        CHECK(std::count_if(record.issued_objects.begin(), record.issued_objects.end(),
                            [&](const ObjectRef& object) { return object.sha256 == sha256(pdf); }) == 1);
    }
}

TEST_CASE("a draft is not sealed") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued draft = issue_record(salon.place(), {"settlement", number, Json::object(), ""}, {salon.out(), true, "", "", ""});
    CHECK_THAT(bytes_of(draft.files.at(0)), !Contains("/ByteRange"));
}

TEST_CASE("a vault from before seals issues nothing until it gets one, and says how") {
    Salon salon;
    const Workplace place = unsealed(salon);
    const std::string number = open_case(place, sample("pl-hair.json")).number;
    const std::uint64_t size = open_vault(place, Access::read).size();
    const auto issue = [&] { return issue_record(place, {"settlement", number, Json::object(), ""}, {salon.out(), false, "", "", ""}); };
    CHECK_THROWS_WITH(issue(), Contains("ugoda seal new"));
    CHECK(open_vault(place, Access::read).size() == size);
    CHECK(check_vault(place).is_intact);
    (void)renew_seal(place);
    CHECK(issue().files.size() == 2);
    CHECK(check_vault(place).is_intact);
}

TEST_CASE("a seal that is replaced seals from then on, and the papers before are still there unchanged") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::string before = bytes_of(salon.issue("settlement", number).files.at(0));
    const SealInfo second = renew_seal(salon.place());
    const auto seals = list_seals(salon.place());
    REQUIRE(seals.size() == 2);
    CHECK(seals[1].entry.seq == second.entry.seq);
    CHECK(seals[0].certificates.at(0).fingerprint != seals[1].certificates.at(0).fingerprint);
    CHECK(bytes_of(salon.issue("settlement", number).files.at(0)) == before);
    CHECK(salon.is_intact());
}

TEST_CASE("a seal whose time is over seals nothing and says what to do; papers sealed before can be had again") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued first = salon.issue("settlement", number);
    salon.clock().move(std::int64_t{31} * 366 * 86400);
    CHECK_THROWS_WITH(salon.issue("settlement", number, {{"agreement_time", "18:45"}}), Contains("was in force until") && Contains("ugoda seal new"));
    CHECK(salon.issue("settlement", number).files == first.files);
    CHECK_FALSE(salon.is_intact());
    (void)renew_seal(salon.place());
    CHECK(salon.is_intact());
}

TEST_CASE("the salon's own seal is taken from its file and seals the next paper") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::string at = "cd '" + salon.out().parent_path().string() + "' && ";
    REQUIRE(run(at + "openssl req -x509 -nodes -newkey rsa:2048 -days 40000 -keyout own.key -out own.crt -subj '/CN=Własna/O=Siódma' -utf8") == 0);
    REQUIRE(run(at + "openssl pkcs12 -export -inkey own.key -in own.crt -out own.p12 -passout pass:tajne") == 0);
    write_file_durably(salon.path("passphrase"), "tajne\n", 0600);
    CHECK_THROWS_WITH(import_seal(salon.place(), salon.path("own.p12"), ""), Contains("--passphrase-file"));
    CHECK(list_seals(salon.place()).size() == 1);
    const SealInfo own = import_seal(salon.place(), salon.path("own.p12"), salon.path("passphrase"));
    CHECK(own.certificates.at(0).key == "RSA 2048");
    CHECK(own.entry.content.at("how") == "imported");
    const std::string file = salon.issue("settlement", number).files.at(0);
    REQUIRE(run("pdfsig '" + file + "' > '" + salon.path("told").string() + "'; test -s '" + salon.path("told").string() + "'") == 0);
    CHECK_THAT(bytes_of(salon.path("told")), Contains("Common Name: Własna") && Contains("Signature is Valid"));
    CHECK(salon.is_intact());
}

TEST_CASE("another's key beside the seal's certificate is told, and seals nothing") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const NewSeal other = made_seal("Inny", salon.clock().now());
    write_file_durably(salon.place().vault / "keys/seal.key", other.files.key, 0600);
    CHECK_THROWS_WITH(salon.issue("settlement", number), Contains("seal.key") && Contains("ugoda seal new"));
    CHECK_FALSE(salon.is_intact());
    (void)renew_seal(salon.place());
    CHECK(salon.is_intact());
}

TEST_CASE("the fields to sign in later lie over the boxes for the pens") {
    LayoutMap map;
    map.pages = 3;
    map.boxes = {{BoxKind::pen, "client", 1, {0, 0, 1, 1}},
                 {BoxKind::signature, "salon", 3, {20, 200, 75, 22}},
                 {BoxKind::signature, "client", 3, {115, 200, 75, 22}},
                 {BoxKind::signature, "client", 3, {115, 250, 75, 22}}};
    const auto places = places_to_sign(map);
    REQUIRE(places.size() == 2);
    CHECK(places[0].name == "salon");
    CHECK(places[1].name == "client");
    CHECK(places[1].page == 3);
    CHECK(places[1].left == Approx(115 * 72 / 25.4));
    CHECK(places[1].top == Approx(97 * 72 / 25.4));
    CHECK(places[1].bottom == Approx(75 * 72 / 25.4));
}

TEST_CASE("a guardian signs in the client's field, and who has no box has a field that is not seen") {
    LayoutMap map;
    map.boxes = {{BoxKind::signature, "guardian", 2, {115, 200, 75, 22}}};
    const auto places = places_to_sign(map);
    CHECK(places[0].page == 1);
    CHECK(places[0].right == 0);
    CHECK(places[1].name == "client");
    CHECK(places[1].page == 2);
}
