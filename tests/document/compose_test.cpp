// Clauses, numbers and answers as they are printed.
#include "document/compose.h"

#include <catch2/catch.hpp>

#include "document/composing.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Json client{{"client_name", "Ewa Ó"}};

std::string printed(const std::string& value) {
    return lines_of(clause("Klient: {{client_name}} – dalej.", {{"client_name", value}}));
}

}  // namespace

TEST_CASE("clauses are numbered one after another, whichever are left out") {
    const std::string wording =
        "<!-- clause PL-S-01 STD -->\n# Ugoda\n<!-- clause PL-S-03 STD -->\n## § {{§}}. A\n"
        "<!-- clause PL-S-04 STD when promised -->\n## § {{§}}. B\n<!-- clause PL-S-05 STD -->\n## "
        "§ {{§}}. C\n\nzob. § {{ref:S-03}}\n";
    CHECK(lines_of(composed(wording, Json::object())) == "# Ugoda\n## §~1. A\n## §~2. C\nzob. §~1");
    CHECK(lines_of(composed(wording, {{"promised", true}})) ==
          "# Ugoda\n## §~1. A\n## §~2. B\n## §~3. C\nzob. §~1");
}

TEST_CASE("the clauses used are told in printed order with their tags") {
    const auto document = composed(
        "<!-- clause PL-S-01 STD -->\na\n<!-- clause PL-S-07 LAWYER when promised -->\nb\n"
        "<!-- clause PL-S-15 OPT-LAWYER when agreed -->\nc\n",
        {{"agreed", true}});
    REQUIRE(document.clauses.size() == 2);
    CHECK(document.clauses[0].id == "PL-S-01");
    CHECK(document.clauses[1].tag == "OPT-LAWYER");
}

TEST_CASE("a section about another clause follows that clause") {
    const std::string wording =
        "<!-- clause PL-S-12 STD -->\nA{{#clause:S-13}}, zob. § {{ref:S-13}}{{/clause:S-13}}.\n"
        "<!-- clause PL-S-13 STD when promised -->\n## § {{§}}. B\n";
    CHECK(lines_of(composed(wording, Json::object())) == "A.");
    CHECK(lines_of(composed(wording, {{"promised", true}})) == "A, zob. §~1.\n## §~1. B");
}

TEST_CASE("numbers that a paragraph begins with hang beside it") {
    CHECK(lines_of(clause("1. Pierwszy.\n\n3. Trzeci.", client)) == "[1.] Pierwszy.\n[3.] Trzeci.");
    CHECK(lines_of(clause("3.1 First.\n\n(2) Second.", client)) == "[3.1] First.\n[(2)] Second.");
    CHECK(lines_of(clause("a) Primo.\n\nh) Ultimo.", client)) == "[a)] Primo.\n[h)] Ultimo.");
}

TEST_CASE("a number that an answer begins with is no marker") {
    CHECK(lines_of(clause("{{client_name}}", {{"client_name", "1. Liga"}})) == "1. Liga");
}

TEST_CASE("list items are printed with a dash, one left out leaves no gap") {
    CHECK(
        lines_of(clause("nie obejmują:\n\n- szkody;\n\n{{#agreed}}- krzywdy;{{/agreed}}\n\n- praw.",
                        client)) == "nie obejmują:\n[–] szkody;\n[–] praw.");
}

TEST_CASE("lines that render to nothing are dropped, runs of blanks shrink to one") {
    CHECK(lines_of(clause("{{#agreed}}x{{/agreed}}\n\na {{#agreed}}b{{/agreed}} c", client)) ==
          "a~c");
    CHECK(lines_of(clause("tak {{#agreed}}b{{/agreed}} nie", client)) == "tak nie");
}

TEST_CASE("lines under a title are centred, other paragraphs are not") {
    const auto document = composed(
        "<!-- clause PL-S-01 STD -->\n# Ugoda\n\nzawarta\n<!-- clause PL-S-02 STD -->\nStrony\n",
        client);
    CHECK(std::get<Paragraph>(document.blocks.at(1)).centred);
    CHECK_FALSE(std::get<Paragraph>(document.blocks.at(2)).centred);
}

TEST_CASE("bold and italic wording keep their faces") {
    const auto document = clause("a **b** *c*", client);
    const Runs& runs = std::get<Paragraph>(document.blocks.at(0)).parts.at(0);
    REQUIRE(runs.size() == 4);
    CHECK(runs[1].face == Face::bold);
    CHECK(runs[3].face == Face::italic);
}

TEST_CASE("an answer stays what it is, whatever it looks like") {
    for (const std::string value :
         {"# Total: **0**", "<b>Ewa</b> & Co.", "{{client_name}}", "{{{x}}}", "[…]",
          "[x](https://a.example)", "1. Ewa", "- Ewa", "a_b_c *d* `e` ~f~ \\ g", "|a|b|",
          "&amp; &#35;", "> cytat", "```photos", "<!-- clause PL-S-01 STD -->", "$x$ % ^ ~ @",
          "\"cudzysłów\" 'apostrof'", "O'Shaughnessy-D’Arcy", "📷 uśmiech 😕", "// --> ]]>"})
        CHECK(printed(value).find(value) != std::string::npos);
}

TEST_CASE("control and direction characters in an answer are not printed") {
    CHECK(printed("Ewa\u202E Ó\u0007") == "Klient: Ewa Ó – dalej.");
    CHECK(printed("Ewa\uFDD0 Ó") == "Klient: Ewa Ó – dalej.");
}

TEST_CASE("the paragraphs of a long answer stay in its item") {
    const auto document =
        clause("2. Opis: {{story}}\n\n3. Dalej.", {{"story", "raz\n\ndwa\ntrzy"}});
    CHECK(lines_of(document) == "[2.] Opis: raz / dwa / trzy\n[3.] Dalej.");
    CHECK(std::get<Paragraph>(document.blocks.at(0)).parts.at(2).at(0).field == "story");
}

TEST_CASE("an answer keeps its name, wording has none") {
    const auto document = clause("Klient: {{client_name}}", client);
    const Runs& runs = std::get<Paragraph>(document.blocks.at(0)).parts.at(0);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].field.empty());
    CHECK(runs[1].field == "client_name");
}

TEST_CASE("amounts, their words and dates are guarded for the scan") {
    const auto document =
        clause("{{sum}} ({{sum_words}}) {{day}}",
               {{"sum", {{"amount_minor", 120000}, {"currency", "PLN"}}}, {"day", "2026-03-12"}});
    CHECK(lines_of(document) ==
          "***1~200,00~zł*** (jeden tysiąc dwieście złotych 00/100) 12.03.2026");
    const Runs& runs = std::get<Paragraph>(document.blocks.at(0)).parts.at(0);
    CHECK(runs[0].guard == Guard::amount);
    CHECK(runs[2].guard == Guard::amount);
    CHECK(runs[4].guard == Guard::date);
}

TEST_CASE("words that name another amount than the figures stop the document") {
    CHECK_THROWS_AS(
        clause("{{sum}} {{sum_words}}", {{"sum", {{"amount_minor", 120000}, {"currency", "PLN"}}},
                                         {"sum_words", "dwa tysiące złotych"}}),
        Error);
}

TEST_CASE("an expected answer that is missing is a line for the pen") {
    const auto document = clause("Godzina: {{hour}}", client);
    CHECK(lines_of(document) == "Godzina: ____");
    const Run& pen = std::get<Paragraph>(document.blocks.at(0)).parts.at(0).at(1);
    CHECK(pen.pen_mm == 18);
    CHECK(pen.field == "hour");
}

TEST_CASE("on a draft every missing answer is a line for the pen") {
    const Json nothing = Json::object();
    Composition what{small_form(), nothing};
    what.is_draft = true;
    const auto document = compose(
        "<!-- template settlement pl-PL 1 -->\n<!-- clause PL-S-01 STD -->\nKlient: "
        "{{client_name}}\n",
        polish(), what);
    CHECK(lines_of(document) == "Klient: ____");
    CHECK(document.frame.draft == "Projekt");
}

TEST_CASE("a draft of what offers something says that it binds nobody, on the page and in the file") {
    const Json nothing = Json::object();
    Form form = small_form();
    form.offer = true;
    Composition what{form, nothing};
    what.is_draft = true;
    const auto document = compose("<!-- template settlement en-GB 1 -->\n<!-- clause EN-S-01 STD -->\nText.\n",
                                  british(), what);
    CHECK(document.frame.draft == "Without prejudice and subject to contract");
    CHECK(document.document_title == "Settlement agreement, Without prejudice and subject to contract");
}

TEST_CASE("a full stop is not printed twice") {
    const auto with = [](const std::string& value, const std::string& next) {
        return lines_of(clause("A: {{client_name}}" + next, {{"client_name", value}}));
    };
    CHECK(with("brak.", ". B") == "A: brak. B");
    CHECK(with("brak.", "; B") == "A: brak; B");
    CHECK(with("brak.", " · B") == "A: brak · B");
    CHECK(with("brak.", "") == "A: brak.");
    CHECK(with("brak.", " (B)") == "A: brak. (B)");
    CHECK(with("brak…", ".") == "A: brak….");
}

TEST_CASE("an abbreviation keeps its full stop before a comma") {
    CHECK(lines_of(clause("{{client_name}}, adres", {{"client_name", "Wspólniczki s.c."}})) ==
          "Wspólniczki s.c., adres");
    CHECK(lines_of(clause("{{client_name}}.", {{"client_name", "Wspólniczki s.c."}})) ==
          "Wspólniczki s.c.");
}

TEST_CASE("words that belong together are not parted, in wording and in answers") {
    CHECK(lines_of(clause("w dniu {{day}} r., art. 917 k.c., nr {{client_name}}",
                          {{"day", "2026-03-12"}, {"client_name", "a i b z c"}})) ==
          "w~dniu 12.03.2026~r., art.~917 k.c., nr~a~i~b z~c");
}

TEST_CASE("an English date does not break inside") {
    const auto document = composed("<!-- clause EN-S-01 STD -->\nOn {{day}} at\n",
                                   {{"day", "2026-03-12"}}, small_form(), british());
    CHECK(lines_of(document) == "On 12~March~2026 at");
}

TEST_CASE("families of names ask for presence and value") {
    const std::string text =
        "{{#has_sum}}a{{/has_sum}}{{#method_is_cash}}b{{/method_is_cash}}"
        "{{#points_has_two}}c{{/points_has_two}}{{^agreed}}d{{/agreed}}x";
    CHECK(lines_of(clause(text, Json::object())) == "dx");
    CHECK(lines_of(clause(text, {{"sum", {{"amount_minor", 0}, {"currency", "PLN"}}}})) == "dx");
    CHECK(lines_of(clause(text, {{"sum", {{"amount_minor", 1}, {"currency", "PLN"}}},
                                 {"method", "cash"},
                                 {"points", {"one", "two"}},
                                 {"agreed", true}})) == "abcx");
}

TEST_CASE("copy and page numbers come from the copy being made") {
    Composition what{small_form(), client};
    what.copy = 2;
    what.pages = 5;
    const auto document = compose(
        "<!-- template settlement pl-PL 1 -->\n<!-- clause PL-S-01 STD -->\nnr {{copy_number}} z "
        "{{copies}}; stron: {{page_count}}\n",
        polish(), what);
    CHECK(lines_of(document) == "nr~2 z~2; stron: 5");
}
