#include "document/line_breaker.h"

#include <catch2/catch.hpp>

#include "document/pages.h"

namespace ugoda {

using namespace testing;

namespace {

const std::string polish = "pl_PL";

std::vector<std::string> lines_of(const Runs& runs, double width) {
    std::vector<std::string> lines;
    for (const Line& line : break_lines(runs, styles::body, {fonts(), polish, 0, width})) {
        lines.emplace_back();
        for (const Fragment& fragment : line.fragments) lines.back() += fragment.text;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines, const std::string& between) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : between) + line;
    return text;
}

double widest(const Runs& runs, double width) {
    double most = 0;
    for (const Line& line : break_lines(runs, styles::body, {fonts(), polish, 0, width}))
        most = std::max(most, line.width);
    return most;
}

}  // namespace

TEST_CASE("no word is lost between the lines") {
    const std::string text = words(200);
    CHECK(joined(lines_of({plain(text)}, 80), " ") == text);
}

TEST_CASE("no line is wider than its column") { CHECK(widest({plain(words(200))}, 60) <= 60); }

TEST_CASE("a word of two hundred letters is broken anywhere and loses none") {
    const std::string word(200, 'm');
    CHECK(widest({plain(word)}, 50) <= 50);
    CHECK(joined(lines_of({plain(word)}, 50), "") == word);
}

TEST_CASE("a long word begins on the line of the word before it") {
    const auto lines = lines_of({plain("SHA-256: " + std::string(120, 'a'))}, 60);
    CHECK(lines.front().find("SHA-256: aaaa") == 0);
}

TEST_CASE("a mark above a letter is not parted from it in a broken word") {
    std::string word;
    for (int i = 0; i < 60; ++i) word += "x\u0301";
    for (const std::string& line : lines_of({plain(word)}, 30)) CHECK(line.compare(0, 1, "x") == 0);
}

TEST_CASE("no-break spaces hold an amount together") {
    const auto lines = lines_of({plain("kwota 1\u00A0200,00\u00A0zł"), plain(" i odsetki")}, 25);
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0] == "kwota");
    CHECK(lines[1].find("1\u00A0200,00\u00A0zł") == 0);
}

TEST_CASE("a line feed in an answer ends the line") {
    CHECK(lines_of({plain("ul. Zmyślona 1\n00-000 Nigdzie")}, 100) ==
          std::vector<std::string>{"ul. Zmyślona 1", "00-000 Nigdzie"});
}

TEST_CASE("a pen line longer than the column is as long as the column") {
    CHECK(widest({pen_line("iban", 120)}, 70) == Approx(70));
}

TEST_CASE("a full stop stays with the pen line before it") {
    const auto lines = break_lines({plain("na rachunek "), pen_line("iban", 60), plain(".")},
                                   styles::body, {fonts(), polish, 0, 61});
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].fragments.size() == 2);
}

TEST_CASE("an empty text has no lines") { CHECK(lines_of({plain("")}, 50).empty()); }

}  // namespace ugoda
