// Treatments without a complaint, and complaints about them.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/visits.h"

using namespace ugoda;

TEST_CASE("a visit opens without a complaint and gets a number of its own series") {
    VisitedSalon salon;
    CHECK(salon.visit(small_visit()) == "V-2099-0001");
    CHECK(salon.visit(small_visit()) == "V-2099-0002");
    CHECK(salon.open("pl-nails.json") == "2099-0001");
    const std::vector<CaseSummary> visits = list_visits(salon.place());
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].client == "Ewa Ó");
    CHECK(visits[0].treatment == "Manicure hybrydowy");
    CHECK(list_cases(salon.place()).size() == 1);
    CHECK(salon.is_intact());
}

TEST_CASE("a visit asks for its client and for one section about the treatment, and for nothing else") {
    VisitedSalon salon;
    for (const char* section : {"treatment", "consent", "client_card", "service_spec"}) {
        Json file = {{"client", {{"client_name", "Ewa Ó"}}}, {section, {{"note", "x"}}}};
        CHECK_FALSE(salon.visit(file).empty());
    }
    const auto refused = [&](Json file, const std::string& what) {
        const CaseOutcome outcome = open_visit(salon.place(), salon.file_with("visit.json", file));
        CHECK(outcome.number.empty());
        CHECK(tells(outcome.findings, what));
    };
    Json file = small_visit();
    file.erase("client");
    refused(file, "client: the section is missing");
    file["client"] = {{"client_id", "K-1"}};
    refused(file, "client.client_name: is missing");
    file = {{"client", {{"client_name", "Ewa Ó"}}}, {"photo_sheet", {{"lighting", "LED"}}}};
    refused(file, "nothing is said of the treatment");
    file = small_visit();
    file["treatment"] = "done";
    refused(file, "treatment: is not a section");
    file = small_visit();
    file["intake"] = small_complaint().at("intake");
    refused(file, "intake: is a complaint, and a visit has none; open a case with it");
    CHECK(list_visits(salon.place()).size() == 4);
}

TEST_CASE("another salon's visit is refused") {
    VisitedSalon salon;
    Json file = small_visit();
    file["salon"] = {{"salon_name", "Salon Zupełnie Inny"}};
    CHECK(tells(open_visit(salon.place(), salon.file_with("visit.json", file)).findings, "another salon's"));
    CHECK(list_visits(salon.place()).empty());
}

TEST_CASE("photographs, documents and sections are brought to a visit as to a case") {
    VisitedSalon salon;
    const std::string number = salon.visit(small_visit());
    CHECK(add_photos(salon.place(), number, {{sample("photographs/before-1.jpg"), "before"}}).added.size() == 1);
    write_file_durably(salon.path("card.txt"), "karta", 0600);
    CHECK(attach_document(salon.place(), number, salon.path("card.txt"),
                          {{"attachment_kind", "questionnaire"}, {"attachment_title", "Ankieta"}}).added.size() == 1);
    const Json more = {{"treatment", {{"reactions_during", "brak"}}}};
    CHECK(add_to_visit(salon.place(), number, salon.file_with("more.json", more)).number == number);
    const CaseDetails details = show_visit(salon.place(), number);
    CHECK(details.photos.size() == 1);
    CHECK(details.attachments.size() == 1);
    CHECK(salon.entry(number).sections.at("treatment").at("reactions_during") == "brak");
    CHECK(pull_trail(salon.place(), number).lines.at(0).what == "visit opened with client, client_card, treatment");
    CHECK(salon.is_intact());
}

TEST_CASE("a record is issued of a visit, and names it") {
    VisitedSalon salon;
    const std::string number = salon.visit(small_visit());
    const Issued issued = salon.issue("client_card", number);
    CHECK(issued.record == "CRD-2099-0001");
    CHECK(show_visit(salon.place(), number).summary.records == std::vector<std::string>{"CRD-2099-0001"});
    CHECK_THAT(pdf_text(issued.files.at(0)), Catch::Contains("akrylany"));
    CHECK(salon.is_intact());
}

TEST_CASE("the number of a visit is not taken where a case is meant, nor the other way round") {
    VisitedSalon salon;
    const std::string visit = salon.visit(small_visit());
    const std::string number = salon.open("pl-nails.json");
    const auto more = salon.file_with("more.json", {{"client", {{"phone", "000"}}}});
    CHECK_THROWS_WITH(close_case(salon.place(), visit, {}), Catch::Contains("visit V-2099-0001: is no case"));
    CHECK_THROWS_WITH(add_to_case(salon.place(), visit, more), Catch::Contains("is no case"));
    CHECK_THROWS_WITH(show_case(salon.place(), visit), Catch::Contains("is no case"));
    CHECK_THROWS_WITH(add_to_visit(salon.place(), number, more), Catch::Contains("case 2099-0001: is no visit"));
    CHECK_THROWS_WITH(show_visit(salon.place(), number), Catch::Contains("is no visit"));
    CHECK_THROWS_WITH(show_visit(salon.place(), "V-2099-0009"),
                      Catch::Contains("visit 'V-2099-0009': is not in this vault; see ugoda visit list"));
}

TEST_CASE("a case takes over the sections of its visit that its file lacks, and no others") {
    VisitedSalon salon;
    const std::string visit = salon.visit(small_visit());
    Json file = small_complaint();
    file["treatment"] = {{"treatment_name", "Manicure klasyczny"}};
    const CaseOutcome opened = salon.complain(file, {visit});
    CHECK(opened.number == "2099-0001");
    const CaseEntry entry = salon.entry(opened.number);
    CHECK(entry.sections.at("client") == small_visit().at("client"));
    CHECK(entry.sections.at("client_card") == small_visit().at("client_card"));
    CHECK(entry.sections.at("treatment") == Json({{"treatment_name", "Manicure klasyczny"}}));
    CHECK(entry.about.at("jurisdiction") == "PL");
    CHECK_FALSE(entry.about.contains("title"));
    CHECK(entry.about.at("visits") == Json({visit}));
    CHECK_FALSE(entry.sections.contains("visits"));
    CHECK(salon.is_intact());
}

TEST_CASE("visits may be named in the case file, and twice is once") {
    VisitedSalon salon;
    const std::string visit = salon.visit(small_visit());
    Json file = small_complaint();
    file["visits"] = {visit, visit};
    CHECK(salon.entry(salon.complain(file, {visit}).number).about.at("visits") == Json({visit}));
}

TEST_CASE("of several visits the newest tells what the case file lacks") {
    VisitedSalon salon;
    const std::string first = salon.visit(small_visit());
    Json later = small_visit();
    later["client_card"]["allergies"] = {"akrylany", "lateks"};
    later.erase("treatment");
    const std::string second = salon.visit(later);
    const CaseEntry entry = salon.entry(salon.complain(small_complaint(), {second, first}).number);
    CHECK(entry.sections.at("client_card") == later.at("client_card"));
    CHECK(entry.sections.at("treatment") == small_visit().at("treatment"));
    CHECK(entry.about.at("visits") == Json({first, second}));
}

TEST_CASE("a case has its visit's photographs and attachments: the same objects, received when the visit received them") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    salon.clock().move(86400);
    const CaseOutcome opened = salon.complain(small_complaint(), {visit});
    CHECK_FALSE(tells(opened.findings, "is the same file as"));
    const Vault vault = open_vault(salon.place(), Access::read);
    const PhotoEntry there = vault.photos(visit).at(0), here = vault.photos(opened.number).at(0);
    CHECK(here.original == there.original);
    CHECK(here.rendition == there.rendition);
    CHECK(here.received == there.received);
    CHECK(here.received < salon.entry(opened.number).opened);
    CHECK(here.content.at("visit") == visit);
    CHECK(here.content.at("taken_by") == "Oliwia Testowa");
    const AttachmentEntry receipt = vault.attachments(opened.number).at(0);
    CHECK(receipt.original == vault.attachments(visit).at(0).original);
    CHECK(receipt.received == there.received);
    CHECK(receipt.number == 3);
    CHECK(salon.is_intact());
}

TEST_CASE("a photograph from a visit is printed in the case's record with the time at which the visit received it") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    salon.clock().move(86400 * 40);
    const std::string number = salon.complain(small_complaint(), {visit}).number;
    CHECK(printed_photos(open_vault(salon.place(), Access::read), number).at(0).received ==
          show_visit(salon.place(), visit).photos.at(0).at("received"));
}

TEST_CASE("a photograph that the case file brings as well is one photograph, with what the file says and the visit's time") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    salon.clock().move(86400);
    salon.photograph("after-1.jpg");
    Json file = small_complaint();
    file["photo_sheet"]["photos"] = {{{"file", "before-1.jpg"}, {"phase", "before"}, {"taken_by", "Kamila"}, {"attachment_no", 1}},
                                     {{"file", "after-1.jpg"}, {"phase", "after"}, {"attachment_no", 2}}};
    const CaseOutcome opened = salon.complain(file, {visit});
    CHECK_FALSE(tells(opened.findings, "is the same file as"));
    const Vault vault = open_vault(salon.place(), Access::read);
    const std::vector<PhotoEntry> photos = vault.photos(opened.number);
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].content.at("taken_by") == "Kamila");
    CHECK(photos[0].content.at("visit") == visit);
    CHECK(photos[0].received == vault.photos(visit).at(0).received);
    CHECK_FALSE(photos[1].content.contains("visit"));
    CHECK(photos[1].received == salon.entry(opened.number).opened);
}

TEST_CASE("attachment numbers that the case file gives stand; what a visit brings gets the next ones") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    Json file = small_complaint();
    file["evidence"] = {{{"attachment_no", 3}, {"attachment_kind", "message_thread"}, {"attachment_title", "Wiadomości"}}};
    const std::string number = salon.complain(file, {visit}).number;
    const Vault vault = open_vault(salon.place(), Access::read);
    CHECK(vault.photos(number).at(0).content.at("attachment_no") == 4);
    CHECK(vault.attachments(number).at(0).number == 5);
}

TEST_CASE("a visit's photograph is told as used before only outside the cases about that visit") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    const std::string other = salon.visit(small_visit());
    CHECK(tells(add_photos(salon.place(), other, {{sample("photographs/before-1.jpg"), "before"}}).findings,
                "photograph 1 of visit " + visit));
}

TEST_CASE("photographs of a visit and of the complaint are compared as before and after") {
    VisitedSalon salon;
    salon.photograph("after-1.jpg");
    Json file = small_visit();
    file["photo_sheet"]["photos"] = {{{"file", "after-1.jpg"}, {"phase", "before"}}};
    const std::string visit = salon.visit(file);
    salon.photograph("before-1.jpg");
    Json complaint = small_complaint();
    complaint["photo_sheet"]["photos"] = {{{"file", "before-1.jpg"}, {"phase", "after"}}};
    CHECK(tells(salon.complain(complaint, {visit}).findings, "after-1.jpg"));
}

TEST_CASE("a visit of another client is a stop that says whose it is, and nothing is opened") {
    VisitedSalon salon;
    const std::string visit = salon.visit(small_visit());
    Json file = small_complaint();
    file["client"] = {{"client_name", "Anna Inna"}};
    CHECK(tells(salon.complain(file, {visit}).findings, "visits: V-2099-0001 is the visit of another client: 'Ewa Ó' K-00012"));
    file["client"] = {{"client_name", "Ewa Ó"}, {"client_id", "K-00099"}};
    CHECK(tells(salon.complain(file, {visit}).findings, "another client"));
    Json theirs = small_visit();
    theirs["client"] = {{"client_name", "Anna Inna"}};
    CHECK(tells(salon.complain(small_complaint(), {visit, salon.visit(theirs)}).findings, "another client"));
    CHECK(list_cases(salon.place()).empty());
    file["client"] = {{"client_name", "EWA  ó"}};
    CHECK(salon.complain(file, {visit}).number == "2099-0001");
}

TEST_CASE("a visit that is not there, and what is no visit's number, is a stop") {
    VisitedSalon salon;
    const std::string number = salon.open("pl-nails.json");
    Json file = small_visit();
    file.erase("treatment");
    file["intake"] = small_complaint().at("intake");
    CHECK(tells(salon.complain(file, {"V-2099-0009"}).findings, "visits: V-2099-0009 is not in this vault; see ugoda visit list"));
    for (const std::string& wrong : {number, std::string("\x1b[2J"), std::string("V-2099-9")})
        CHECK(tells(salon.complain(file, {wrong}).findings, "is no number of a visit"));
    for (const Json& wrong : {Json("V-2099-0001"), Json(1), Json::object()}) {
        file["visits"] = wrong;
        CHECK(tells(salon.complain(file).findings, "visits: is no list of visits' numbers"));
    }
    file["visits"] = {1, {{"a", 1}}};
    CHECK(tells(salon.complain(file).findings, "'1' is no number of a visit"));
    CHECK(list_cases(salon.place()).size() == 1);
}

TEST_CASE("visits named where they are of no use are told") {
    VisitedSalon salon;
    Json file = small_visit();
    file["visits"] = {"V-2099-0001"};
    CHECK(tells(open_visit(salon.place(), salon.file_with("visit.json", file)).findings, "visits: is of no use here"));
    CHECK(tells(add_to_visit(salon.place(), "V-2099-0001", salon.file_with("visit.json", file)).findings, "visits: is of no use here"));
}

TEST_CASE("a case names its visits, its trail too, and a visit the cases that came of it") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    const std::string number = salon.complain(small_complaint(), {visit}).number;
    CHECK(show_case(salon.place(), number).visits == std::vector<std::string>{visit});
    CHECK(show_visit(salon.place(), visit).cases == std::vector<std::string>{number});
    CHECK(to_json(show_visit(salon.place(), visit)).at("visit") == visit);
    const Trail trail = pull_trail(salon.place(), number);
    CHECK_THAT(trail.lines.at(0).what, Catch::Contains("after visit " + visit));
    CHECK(trail.lines.at(1).kind == "deadlines.set");
    CHECK_THAT(trail.lines.at(2).what, Catch::Contains("in visit " + visit));
    CHECK_THAT(trail.lines.at(3).what, Catch::Contains("in visit " + visit));
}

TEST_CASE("a case that with its visit would hold more than can be read back is refused") {
    VisitedSalon salon;
    const std::string long_text(1'900'000, 'x');
    Json file = small_visit();
    file["treatment"]["visit_reason"] = long_text;
    const std::string visit = salon.visit(file);
    (void)add_to_visit(salon.place(), visit, salon.file_with("more.json", {{"consent", {{"text", long_text}}}}));
    CHECK_FALSE(salon.complain(small_complaint(), {visit}).number.empty());
    Json own = small_complaint();
    own["reply"] = {{"text", long_text}};
    CHECK_THROWS_WITH(salon.complain(own, {visit}), Catch::Contains("more than 4 MB"));
    CHECK(list_cases(salon.place()).size() == 1);
}
