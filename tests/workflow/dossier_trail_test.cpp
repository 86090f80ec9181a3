// What people read in a dossier: the trail as a paper, and README.txt, in the case's language.
#include <catch2/catch.hpp>

#include "dossier/bag_source.h"
#include "support/pdf_text.h"
#include "workflow/add_note.h"
#include "workflow/check_dossier.h"
#include "workflow/event_words.h"
#include "workflow/make_dossier.h"
#include "workflow/record_life.h"
#include "workflow/salon.h"
#include "workflow/visits.h"

using namespace ugoda;

namespace {

using Files = std::map<std::string, std::string>;

/// Made, intact, and taken apart, without the name of the folder.
Files dossier(Salon& salon, const std::string& number, const std::string& reader = "") {
    const auto out = salon.out() / (number + reader + ".zip");
    (void)make_dossier(salon.place(), number, {out, reader});
    CHECK(check_dossier(out, {}, {}).is_intact);
    Files files;
    const auto source = open_bag(out);
    while (const auto entry = source->next()) {
        std::string& bytes = files[entry->path.substr(entry->path.find("data/") == std::string::npos
                                                          ? entry->path.rfind('/') + 1
                                                          : entry->path.find("data/"))];
        for (std::string_view piece = source->read(); !piece.empty(); piece = source->read()) bytes += piece;
    }
    return files;
}

std::string trail_text(Salon& salon, const Files& files) {
    write_file_durably(salon.path("trail.pdf"), files.at("data/trail.pdf"), 0600);
    return pdf_text(salon.path("trail.pdf"));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(without_blanks(part)) != std::string::npos;
}

}  // namespace

TEST_CASE("every dossier has a README in the case's language, with its own key and state, and for whom it is") {
    for (const char* language : {"el", "en", "es", "it", "pl"}) {
        INFO(language);
        Salon salon(std::string("salon-") + language + ".toml");
        const std::string number = salon.open(std::string(language) + "-story.json");
        const Files files = dossier(salon, number, "court");
        const std::string& text = files.at("README.txt");
        const std::string locale = text_at(open_vault(salon.place(), Access::read).settings(), "locale");
        const Paper paper = load_paper(find_resources(), "trail", locale);
        CHECK(text.find("{{") == std::string::npos);
        for (const std::string& part :
             {number, label_of(paper.locale, "reader", "court"), std::string("sha256sum -c"),
              std::string("openssl pkeyutl -verify -pubin -inkey data/keys/"), std::string("openssl ts -verify"),
              std::string("-attime"), std::string("sh verify.sh"), std::string("verify.html"),
              std::string("data/withheld.txt"), std::string("data/trail.pdf")})
            CHECK(text.find(part) != std::string::npos);
        const auto key = text.find("data/keys/") + 10;
        CHECK(files.contains("data/keys/" + text.substr(key, 12)));
        CHECK(has(trail_text(salon, files), number));
    }
}

TEST_CASE("the trail in a dossier holds nothing that its reader does not get, and says so") {
    Salon salon;
    const std::string number = salon.open("pl-story.json");
    for (const char* form : {"intake", "client_card", "incident", "corrective_action"}) (void)salon.issue(form, number);
    const std::string complete = trail_text(salon, dossier(salon, number));
    REQUIRE(has(complete, "Notatka o zdarzeniu"));
    REQUIRE(has(complete, "Karta klienta"));
    const std::string client = trail_text(salon, dossier(salon, number, "client"));
    CHECK(has(client, "notatki wewnętrzne Salonu"));
    CHECK_FALSE(has(client, "INC-2099-0001"));
    CHECK(has(client, "Eufrozyna Niewidka"));
    const std::string insurer = trail_text(salon, dossier(salon, number, "insurer"));
    CHECK(has(insurer, "dane o zdrowiu, których ten odbiorca nie potrzebuje"));
    CHECK_FALSE(has(insurer, "CRD-2099-0001"));
    CHECK(has(insurer, "Eufrozyna Niewidka"));
}

TEST_CASE("another client is nowhere in the trail of a dossier, nor is the number of their paper") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json"), other = salon.open("pl-nails.json");
    const std::string paper = salon.issue("settlement", other).record;
    (void)hand_over_record(salon.place(), paper, {2, "Ktoś Zupełnie Inny", ""});
    const std::string text = trail_text(salon, dossier(salon, number));
    for (const std::string& needle : {std::string("Inny"), paper, other,
                                      text_at(existing_case(open_vault(salon.place(), Access::read), other)
                                                  .sections.at("client"), "client_name")})
        CHECK_FALSE(has(text, needle));
    CHECK(has(text, "inny wydany dokument, którego tu nie wskazano"));
}

TEST_CASE("the entries of the visits before a case stand in its trail, each with its place") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    const std::string number =
        open_case(salon.place(), salon.file_with("complaint.json", small_complaint()), {visit}).number;
    const std::string text = trail_text(salon, dossier(salon, number));
    for (const TrailLine& line : pull_trail(salon.place(), visit).lines) {
        CHECK(has(text, line.header));
        CHECK(has(text, visit + "/" + std::to_string(line.case_seq)));
    }
}
