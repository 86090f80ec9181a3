// The blocks that Markdown lacks, and the frame round the page.
#include <catch2/catch.hpp>

#include "document/composing.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Json nobody = Json::object();

Form people_form() {
    return form_from({{{"name", "salon_name"}, {"type", "text"}},
                      {{"name", "client_name"}, {"type", "text"}},
                      {{"name", "salon_representative"}, {"type", "text"}},
                      {{"name", "interpreter_name"}, {"type", "text"}},
                      {{"name", "treatment_date"}, {"type", "date"}, {"need", "expected"}},
                      {{"name", "symptoms"}, {"type", "long_text"}}});
}

struct Paper {
    Form form = people_form();
    Json answers{{"salon_name", "Studio Róż"},
                 {"client_name", "Ewa *Ó*"},
                 {"salon_representative", "Otylia N."}};
    Composition what{form, answers};

    Composed made(const std::string& directive) {
        what.record = "SET-2026-0003";
        return compose("<!-- template settlement pl-PL 1 -->\n<!-- clause PL-S-01 STD -->\n" +
                           directive + "\n",
                       polish(), what);
    }
};

PrintedPhoto photo(int number, const std::string& phase) {
    PrintedPhoto photo;
    photo.number = number;
    photo.phase = phase;
    photo.image = static_cast<std::size_t>(number - 1);
    photo.received = "2026-03-03T09:40:00+01:00";
    photo.sha256 = std::string(64, 'a');
    return photo;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("a grid leaves out optional answers and draws a line for expected ones") {
    Paper paper;
    const auto document =
        paper.made("```fields\nclient_name\nsymptoms\ntreatment_date\npen: Uwagi\n```");
    const Grid& grid = std::get<Grid>(document.blocks.at(0));
    REQUIRE(grid.rows.size() == 3);
    CHECK(grid.rows[0].label == "Imię i nazwisko");
    CHECK(text_of(grid.rows[0].value.at(0)) == "Ewa *Ó*");
    CHECK(grid.rows[1].value.at(0).at(0).pen_mm == 30);
    CHECK(grid.rows[2].label == "Uwagi");
}

TEST_CASE("a grid keeps the paragraphs of a long answer") {
    Paper paper;
    paper.answers["symptoms"] = "raz\n\ndwa";
    CHECK(std::get<Grid>(paper.made("```fields\nsymptoms\n```").blocks.at(0))
              .rows.at(0)
              .value.size() == 2);
}

TEST_CASE("the parties stand side by side under their titles") {
    Paper paper;
    const auto document =
        paper.made("```parties\nSalon: salon_name\nKlient: client_name symptoms\n```");
    const Parties& parties = std::get<Parties>(document.blocks.at(0));
    REQUIRE(parties.parties.size() == 2);
    CHECK(parties.parties[1].title == "Klient");
    CHECK(parties.parties[1].rows.size() == 1);
}

TEST_CASE("each signature box has its name, its caption and who signs in it") {
    Paper paper;
    paper.answers["interpreter_name"] = "J. *Tłumacz*";
    const auto document = paper.made(
        "```signatures\nsalon: Salon: podpis\nclient: Klient\n"
        "interpreter: Tłumacz: {{interpreter_name}} (podpis)\nreceipt(salon_name): Odbiór\n```");
    const auto& boxes = std::get<Signatures>(document.blocks.at(0)).boxes;
    REQUIRE(boxes.size() == 4);
    CHECK(boxes[0].name == "salon");
    CHECK(boxes[0].caption == "Salon: podpis");
    CHECK(boxes[0].printed_name == "Otylia N.");
    CHECK(boxes[1].printed_name == "Ewa *Ó*");
    CHECK(boxes[1].moment == "Data i godzina");
    CHECK(boxes[2].caption == "Tłumacz: J. *Tłumacz* (podpis)");
    CHECK(boxes[3].printed_name == "Studio Róż");
}

TEST_CASE("a space for a stamp is an empty frame with its caption in it") {
    const auto document =
        composed("<!-- clause PL-S-01 STD -->\n```space\nstamp: Marca da bollo\n```\n", Json::object());
    REQUIRE(document.blocks.size() == 1);
    const auto& space = std::get<Space>(document.blocks.front());
    CHECK(space.name == "stamp");
    CHECK(space.caption == "Marca da bollo");
}

TEST_CASE("an attachment without a title is called by its kind") {
    Paper paper;
    PrintedAttachment untitled;
    untitled.number = 1;
    untitled.kind = "receipt";
    untitled.author = "Salon";
    paper.what.attachments = {untitled};
    const auto document = paper.made("```attachments\n```");
    CHECK(text_of(std::get<Table>(document.blocks.at(0)).rows.at(0).at(1)) == "dowód zapłaty; autor: Salon");
}

TEST_CASE("an attachment we do not hold says so instead of a fingerprint") {
    Paper paper;
    PrintedAttachment held{1,
                           "receipt",
                           "Paragon",
                           "Salon",
                           "2026-02-28T17:12:00+01:00",
                           "document_date",
                           1,
                           "38ce440b4d4cae17a26704a9757105c30ef8ddb3e38cc8e2ad06ff5596d005c0",
                           true};
    PrintedAttachment elsewhere{2, "medical_document", "Karta", "", "", "", 0, "", false};
    paper.what.attachments = {held, elsewhere};
    const auto document = paper.made("```attachments\n```");
    const Table& table = std::get<Table>(document.blocks.at(0));
    REQUIRE(table.rows.size() == 2);
    CHECK(text_of(table.rows[0].at(1)) == "Paragon (dowód zapłaty); autor: Salon");
    CHECK(text_of(table.rows[0].at(2)) == "28.02.2026, 17:12");
    CHECK(text_of(table.rows[0].at(5)) == "38ce 440b 4d4c ae17");
    CHECK(text_of(table.rows[1].at(2)) == "nie wiadomo");
    CHECK(text_of(table.rows[1].at(5)) == "przechowywany osobno");
}

TEST_CASE("without attachments the document says that there are none") {
    Paper paper;
    CHECK(lines_of(paper.made("```attachments\n```")) == "brak załączników.");
}

TEST_CASE("before stands beside after, what is left over alone, follow-ups last") {
    Paper paper;
    paper.what.photos = {photo(1, "before"), photo(2, "after"), photo(3, "after"),
                         photo(4, "followup")};
    const auto document = paper.made("```photos\n```");
    const auto& pair = std::get<PhotoRow>(document.blocks.at(0));
    CHECK(pair.left->number == 1);
    CHECK(pair.right->number == 2);
    const auto& rest = std::get<PhotoRow>(document.blocks.at(1));
    CHECK_FALSE(rest.left.has_value());
    CHECK(rest.right->number == 3);
    CHECK(std::get<PhotoRow>(document.blocks.at(2)).left->number == 4);
    CHECK(std::get<InitialsLine>(document.blocks.at(4)).cells.at(1).name == "photos client");
}

TEST_CASE("each time of a photograph has its own label, and not known where it is not") {
    Paper paper;
    PrintedPhoto one = photo(1, "before");
    one.facts.times.camera = "2026-02-27T18:12:00";
    one.stated_at = "2026-02-27T18:00:00+01:00";
    one.stated_source = "client_statement";
    paper.what.photos = {one};
    const auto document = paper.made("```photos\n```");
    const std::string caption = joined(std::get<PhotoRow>(document.blocks.at(0)).left->lines);
    CHECK(caption.find("Czas wg aparatu (EXIF): 27.02.2026, 18:12 (strefa czasowa nieznana)") !=
          std::string::npos);
    CHECK(caption.find("Czas zapisu pliku: nie wiadomo") != std::string::npos);
    CHECK(caption.find("Przyjęcie przez Salon: 03.03.2026, 09:40") != std::string::npos);
    CHECK(caption.find("Czas podany: 27.02.2026, 18:00 (źródło: oświadczenie Klienta)") !=
          std::string::npos);
    CHECK(caption.find("GPS") == std::string::npos);
}

TEST_CASE("a document without photographs has no photo sheet") {
    Paper paper;
    CHECK(paper.made("```photos\n```").blocks.empty());
}

TEST_CASE("the checkpoint is printed in its exact bytes and in readable lines") {
    Paper paper;
    paper.what.checkpoint = "ugoda/9f2c41d07ab3\n1234\nAbCdEfGh\n\n— ugoda/9f2c41d07ab3 kS1x0Q\n";
    paper.what.key_fingerprint = "91d7 120a";
    const auto document = paper.made("```checkpoint\n```");
    const auto& panel = std::get<CheckpointPanel>(document.blocks.at(0));
    CHECK(panel.note == paper.what.checkpoint);
    REQUIRE(panel.lines.size() == 5);
    CHECK(panel.lines[2] == "Liczba wpisów: 1234");
    CHECK(panel.lines[3] == "Korzeń: AbCd EfGh");
}

TEST_CASE("every page says whose copy of what it is, and names both parties") {
    Paper paper;
    paper.what.copy = 2;
    paper.what.version = 2;
    paper.what.replaces = "2026-03-12T17:30:05+01:00";
    paper.what.reference = "REK/2026/014; UG/2026/007";
    const PageFrame frame = paper.made("x").frame;
    CHECK(frame.title == "Ugoda");
    REQUIRE(frame.header.size() == 3);
    CHECK(frame.header[0] ==
          "SET-2026-0003 · wersja 2 (zastępuje wersję 1 z\u00A0dnia 12.03.2026)");
    CHECK(frame.header[1] == "Egzemplarz 2 z\u00A02 – dla: Klient (Ewa *Ó*)");
    CHECK(frame.header[2] == "Państwa znak: REK/2026/014; UG/2026/007");
    CHECK(frame.footer == "Salon: Studio Róż · Klient: Ewa *Ó*");
    CHECK(frame.page_of == "strona {page} z {pages}");
}

TEST_CASE("a name of 200 characters stands in full at the foot of every page") {
    Paper paper;
    paper.answers["client_name"] = std::string(200, 'x');
    CHECK(paper.made("x").frame.footer.find(std::string(200, 'x')) != std::string::npos);
}

TEST_CASE("a name longer than any form takes is cut with an ellipsis at the foot of the page") {
    Paper paper;
    paper.answers["client_name"] = std::string(300, 'x');
    CHECK(paper.made("x").frame.footer.find(std::string(249, 'x') + "…") != std::string::npos);
}

TEST_CASE("the title of the file is another for every copy") {
    Paper paper;
    const std::string first = paper.made("x").document_title;
    paper.what.copy = 2;
    CHECK(first != paper.made("x").document_title);
}

TEST_CASE("the frame of an internal record names no client and says that it stays in the salon") {
    Paper paper;
    paper.form.internal = true;
    paper.what.reference = "REK/2026/014";
    paper.answers.erase("client_name");
    const auto document = paper.made("Tekst.");
    REQUIRE(document.frame.header.size() == 2);  // and no "your reference", for there is nobody addressed
    CHECK(document.frame.header.at(1) == "Dokument wewnętrzny Salonu – nie jest przeznaczony dla Klienta");
    CHECK(document.frame.footer == "Salon: Studio Róż");
}
