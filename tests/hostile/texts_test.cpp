// Texts that would be markup, code, control or nonsense elsewhere: on paper they are what
// somebody wrote, and nothing around them moves.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "hostile/shell.h"
#include "support/pdf_text.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

struct Put {
    const char* section;
    const char* field;
};

constexpr Put places[] = {
    {"client", "client_name"}, {"intake", "treatment_name"}, {"settlement", "agreement_place"}};

Json case_with(const Put& put, const std::string& text) {
    Json file = sample_case("pl-hair.json");
    file[put.section][put.field] = text;
    return file;
}

std::string open(Shell& shell, const Json& file) {
    const Outcome opened =
        shell.in_vault({"case", "open", shell.json_file("case.json", file), "--json"});
    INFO(opened.out);
    REQUIRE(opened.code <= 1);
    return parse_json(opened.out, "out").at("case");
}

/// The first file that issuing brings.
std::string issued(Shell& shell, const std::string& number, Words more = {"--draft"}) {
    Words words = {"issue", "settlement", number, "--json", "--out", shell.path("out")};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = shell.in_vault(words);
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.code <= 1);
    return parse_json(outcome.out, "out").at("files").at(0);
}

std::string without(std::string text, const std::string& part, const std::string& number) {
    for (const std::string& gone : {without_blanks(part), number})
        for (auto at = text.find(gone); at != std::string::npos; at = text.find(gone))
            text.erase(at, gone.size());
    return text;
}

/// The draft's text, the value and the case's number taken out of it.
std::string rest_of_page(Shell& shell, const Put& put, const std::string& text,
                         const std::string& printed) {
    const std::string number = open(shell, case_with(put, text));
    const std::string page = pdf_text(issued(shell, number));
    CHECK_THAT(page, Catch::Contains(without_blanks(printed)));
    // A line that breaks elsewhere is another order of the same characters.
    std::string rest = without(page, printed, number);
    std::sort(rest.begin(), rest.end());
    return rest;
}

struct Hostile {
    std::string text, printed;
};

const std::vector<Hostile>& hostile_texts() {
    static const std::vector<Hostile> texts = {
        {"# Suma: **0** _x_ [a](http://x) `c` ~~d~~", "# Suma: **0** _x_ [a](http://x) `c` ~~d~~"},
        {"{{client_name}} {{{x}}} {{#a}}b{{/a}} {{! c}}",
         "{{client_name}} {{{x}}} {{#a}}b{{/a}} {{! c}}"},
        {"<b>Anna</b> &amp; <!-- clause x --> <br>", "<b>Anna</b> &amp; <!-- clause x --> <br>"},
        {"::: parties | a | b | --- ```x``` ===", "::: parties | a | b | --- ```x``` ==="},
        {"\\*a\\* \\\\ %s %n $(id) `id` ${HOME} '; DROP--",
         "\\*a\\* \\\\ %s %n $(id) `id` ${HOME} '; DROP--"},
        {"1. Anna 2) Ewa - x + y * z > q", "1. Anna 2) Ewa - x + y * z > q"},
        {"Anna\u202e\u200b\u2060\ufeff\x01\x1b[31m Nowak", "Anna[31m Nowak"},
        {"Anna \u200fNowak\u2066x\u2069 \u00adKot", "Anna Nowakx Kot"},
        {"Anna 😕 Nowak", "Anna [confused face] Nowak"},
        {"e\u0301wa O\u0301 z\u0307", "éwa Ó ż"},
        {"(Anna) Tj ET BT /F1 << >> endobj", "(Anna) Tj ET BT /F1 << >> endobj"}};
    return texts;
}

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + std::string("słowo") + std::to_string(i);
    return text;
}

}  // namespace

TEST_CASE(
    "markup, placeholders, code and control characters are printed as what they are, and nothing "
    "else changes") {
    for (const Put& put : places) {
        Shell shell;
        const std::string plain = "Zwykła treść tej samej długości, mniej więcej";
        const std::string rest = rest_of_page(shell, put, plain, plain);
        for (const Hostile& hostile : hostile_texts()) {
            INFO(put.field << ": " << hostile.printed);
            CHECK(rest_of_page(shell, put, hostile.text, hostile.printed) == rest);
        }
        shell.check_intact(3 + 3 * (1 + hostile_texts().size()));
    }
}

TEST_CASE("lines of a long text that look like markup are printed as lines") {
    Shell shell;
    const std::string text =
        "Zdarzenie.\n\n# Nagłówek\n\n- pierwszy\n2. drugi\n\n> cytat\n\n```\nkod\n```\n\n***\n\n| "
        "a | b |\n|---|---|\n\n"
        "<!-- clause release -->\n::: parties\n:::\n[x]: http://y\n    wcięcie\n{{/a}}";
    Json file = sample_case("pl-hair.json");
    file["intake"]["event_description"] = text;
    file["settlement"]["client_position"] = text;
    file["settlement"].erase("event_description");
    const std::string page = pdf_text(issued(shell, open(shell, file)));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        const std::string printed = without_blanks(line);
        CHECK(page.find(printed) != std::string::npos);
        if (printed.size() > 3) CHECK(page.find(printed) != page.rfind(printed));
    }
}

TEST_CASE("a surname of two hundred letters, in one piece or in many, stands whole on every page") {
    const std::string one = std::string("Ż") + std::string(99, 'w') + std::string(99, 'o') + "k";
    std::string many;
    while (many.size() < 190) many += "Długo-Nazwisko ";
    for (const std::string& name : {one, many.substr(0, 199)}) {
        Shell shell;
        const std::string number = open(shell, case_with(places[0], name));
        const std::vector<std::string> pages = pdf_pages(issued(shell, number, {}));
        CHECK(pages.size() >= 3);
        for (const std::string& page : pages)
            CHECK_THAT(without_blanks(page), Catch::Contains(without_blanks(name)));
        shell.check_intact(7);
    }
}

TEST_CASE("a description of six hundred words is printed to its last word") {
    Shell shell;
    Json file = sample_case("pl-hair.json");
    file["intake"]["event_description"] = words(600);
    file["settlement"].erase("event_description");
    const std::string page = pdf_text(issued(shell, open(shell, file)));
    for (int i = 0; i < 600; ++i) {
        INFO(i);
        REQUIRE(page.find("słowo" + std::to_string(i)) != std::string::npos);
    }
}

TEST_CASE("a description of twenty thousand words is refused with the length that is taken") {
    Shell shell;
    Json file = sample_case("pl-hair.json");
    file["intake"]["event_description"] = words(20'000);
    file["settlement"].erase("event_description");
    const std::string number = open(shell, file);
    shell.refuses({"issue", "settlement", number, "--out", shell.path("out")}, 2,
                  "is not a text of at most 50000 characters; shorten it");
}

TEST_CASE("what a file brings cannot steer the terminal, whatever verb shows it") {
    Shell shell;
    const std::string evil =
        "A\x1b]0;x\x07\x1b[2J\xc2\x9b"
        "31m\u202e\r\nB\x7f";
    Json file = sample_case("pl-hair.json");
    for (Json& section : file)
        if (section.is_object())
            for (Json& value : section)
                if (value.is_string() && value.get<std::string>().find(' ') != std::string::npos)
                    value = value.get<std::string>() + evil;
    file["salon"] = Json::object();
    file["intake"]["case_number"] = evil;
    file["evidence"] = {{{"file", "r.txt"},
                         {"attachment_title", evil},
                         {"author", evil},
                         {"attachment_kind", "other"}}};
    (void)shell.file("r.txt", evil);
    const std::string number = open(shell, file);
    for (const Words& words :
         std::vector<Words>{{"case", "list"},
                            {"case", "show", number},
                            {"trail", number},
                            {"case", "open", shell.json_file("case.json", file)},
                            {"issue", "settlement", number, "--out", shell.path("out")},
                            {"case", "close", number, "--why", evil, "--despite", "x", "--by", "y"},
                            {"trail", number},
                            {"verify"}}) {
        const Outcome outcome = shell.in_vault(words);
        INFO(words.front());
        CHECK(outcome.code <= 1);
        for (const std::string& told : {outcome.out, outcome.err})
            for (const char* steering : {"\x1b", "\x07", "\xc2\x9b", "\u202e", "\r", "\x7f"})
                CHECK(told.find(steering) == std::string::npos);
    }
}
