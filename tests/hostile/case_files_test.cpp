// Files that are no case files, or hold what no log should.
#include <catch2/catch.hpp>

#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

struct Written {
    std::string name, bytes, says;
};

std::string times(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

Json case_with(const std::string& section, const std::string& field, const Json& value) {
    Json file = sample_case("pl-hair.json");
    file[section][field] = value;
    return file;
}

Json nested(int levels) { return levels == 0 ? Json(1) : Json{{"a", nested(levels - 1)}}; }

const std::vector<Written> unreadable = {
    {"empty.json", "", "is empty"},
    {"blank.json", " \n\t", "is empty"},
    {"empty.toml", "", "is empty"},
    {"list.json", "[]", "holds no named values"},
    {"text.json", "\"x\"", "holds no named values"},
    {"null.json", "null", "holds no named values"},
    {"cut.json", R"({"client": {"client_na)", "line 1, column 23"},
    {"more.json", "{} {}", "column 4"},
    {"comment.json", "// a case\n{}", "column 1"},
    {"nul.json", std::string("{\"client\":\0}", 12), "column 11"},
    {"latin1.json", "{\"a\":\"za\xbf\xf3\xb3\xe6\"}", "is not UTF-8"},
    {"utf16.json", std::string("\xff\xfe{\0}\0", 6), "is not UTF-8"},
    {"surrogate.json", R"({"a":"\ud800"})", "is not JSON"},
    {"twice.json", R"({"client":{"a":1,"a":2}})", "the name 'a' stands twice"},
    {"twice-long.json",
     "{\"" + std::string(90'000, 'k') + "\":1,\"" + std::string(90'000, 'k') + "\":2}",
     "kkk…' stands twice"},
    {"number.json", R"({"client":{"a":1e400}})", "a number that is too large"},
    {"brackets.json", times("[", 200'000), "nested deeper than"},
    {"braces.json", times("{\"a\":", 200'000), "nested deeper than"},
    {"deep.json", nested(49).dump(), "nested deeper than"},
    {"numbers.json", "{\"a\":[1e20" + times(",1e20", 250'000) + "]}", "too many large numbers"},
    {"large.json", "{\"a\":\"" + std::string(3u << 20, 'a') + "\"}", "is too large"},
    {"nul.toml", std::string("a = \"\0\"", 7), "line 1"},
    {"latin1.toml", "a = \"\xbf\"", "line 1"},
    {"twice.toml", "a = 1\na = 2", "line 2"},
    {"number.toml", "a = 1e400", "line 1"},
    {"infinite.toml", "a = inf", "is not finite"},
    {"nan.toml", "[client]\na = nan", "is not finite"},
    {"brackets.toml", "a = " + times("[", 200'000), "is nested too deep"},
    {"tables.toml", "a = " + times("{a=", 100'000), "is nested too deep"},
    {"dots.toml", "a" + times(".a", 200'000) + " = 1", "is nested too deep"},
    {"heading.toml", "x=1\n[a" + times(".a", 200'000) + "]", "line 2: is nested too deep"},
    {"quotes.toml", "a = [\"\"\"b\"\"\"\"\", {a" + times(".a", 100'000) + "=1}]",
     "is nested too deep"},
    {"half.toml", "[a" + times(".a", 30) + "]\nb" + times(".b", 30) + " = 1",
     "is nested too deep"}};

}  // namespace

TEST_CASE("a file that cannot be read is one line with its name, wherever a case file is meant") {
    Shell shell;
    for (const Written& written : unreadable) {
        const std::string file = shell.file(written.name, written.bytes);
        for (const Words& words :
             std::vector<Words>{{"case", "open", file},
                                {"case", "add", "2099-0001", file},
                                {"issue", "settlement", "2099-0001", "--answers", file},
                                {"init", shell.path("other"), "--salon", file}}) {
            INFO(written.name << " " << words.front());
            shell.refuses(words, 2, written.says);
        }
        CHECK_FALSE(std::filesystem::exists(shell.path("other")));
    }
    shell.check_intact(3);
}

TEST_CASE("dots in texts and comments do not count as depth") {
    Shell shell;
    const std::string dots(200, '.');
    const std::string file =
        shell.file("dots.toml", "a = \"" + dots + "\" # " + dots + "\nb = '''\n" + dots +
                                    "'''\nc = [1.5, 2.5]\n");
    shell.refuses({"case", "open", file}, 2, "client: the section is missing");
}

TEST_CASE("sections and fields of the wrong kind are told, all at once, at the opening and later") {
    Shell shell;
    const Json kinds = {{"client", 7},        {"intake", {1}},      {"salon", "x"},
                        {"settlement", true}, {"photo_sheet", "x"}, {"evidence", {{"a", 1}}},
                        {"language", "xx"},   {"jurisdiction", 5}};
    const std::string file = shell.json_file("kinds.json", kinds);
    for (const char* name : {"client", "intake", "salon", "settlement", "photo_sheet", "evidence",
                             "language", "jurisdiction"}) {
        shell.refuses({"case", "open", file}, 2, std::string("ugoda: stop: ") + name + ": ");
        shell.refuses({"case", "add", "2099-0001", file}, 2,
                      std::string("ugoda: stop: ") + name + ": ");
    }
    const Json wrong = {7, true, Json::array({"x"}), {{"a", 1}}, std::string(60'001, 'x') + "\x1b"};
    for (const char* field : {"client_name", "treatment_name", "received_at", "treatment_date"})
        for (const Json& value : wrong) {
            const std::string section = field == std::string("client_name") ? "client" : "intake";
            const std::string bad = shell.json_file("field.json", case_with(section, field, value));
            shell.refuses({"case", "open", bad}, 2, section + "." + field);
            shell.refuses({"case", "add", "2099-0001", bad}, 2, section + "." + field);
        }
}

TEST_CASE("what opening a case asks for is missed by its name, one by one") {
    Shell shell;
    for (const auto& [section, field] :
         std::vector<std::pair<std::string, std::string>>{{"client", "client_name"},
                                                          {"intake", "received_at"},
                                                          {"intake", "treatment_name"},
                                                          {"intake", "treatment_date"},
                                                          {"intake", "event_description"}})
        for (const Json& nothing :
             {Json(), Json(""), Json(" \u200b "), Json::array(), Json::object()})
            shell.refuses(
                {"case", "open", shell.json_file("case.json", case_with(section, field, nothing))},
                2, section + "." + field + ": is missing");
}

TEST_CASE("a case file as deep and as full as is allowed can be logged and read again") {
    Shell shell;
    Json file = case_with("client", "deep", nested(45));
    file["client"]["tabs"] = std::string(900'000, '\t');
    REQUIRE(shell.in_vault({"case", "open", shell.json_file("case.json", file)}).code == 0);
    CHECK(shell.in_vault({"case", "show", "2099-0002"}).code == 0);
    shell.check_intact(5);
}

TEST_CASE("a case cannot be filled until nobody can read it") {
    Shell shell;
    int code = 0, added = 0;
    for (; code == 0 && added < 6; ++added)
        code = shell
                   .in_vault({"case", "add", "2099-0001",
                              shell.json_file("more.json",
                                              Json{{"part_" + std::string(1, char('a' + added)),
                                                    {{"text", std::string(1'500'000, 'x')}}}})})
                   .code;
    CHECK(code == 2);
    CHECK(added == 3);
    CHECK(shell.in_vault({"case", "list"}).code == 0);
    shell.check_intact(5);
}

TEST_CASE("entries beyond counting are refused before any file is opened") {
    Shell shell;
    Json file = sample_case("pl-hair.json");
    file["evidence"] = Json::array();
    for (int i = 0; i < 501; ++i)
        file["evidence"].push_back({{"file", "case.json"}, {"attachment_title", "t"}});
    shell.refuses({"case", "open", shell.json_file("case.json", file)}, 2,
                  "evidence: has 501 entries");
    file.erase("evidence");
    file["photo_sheet"]["photos"] = Json::array();
    for (int i = 0; i < 501; ++i)
        file["photo_sheet"]["photos"].push_back({{"file", "case.json"}, {"phase", "after"}});
    shell.refuses({"case", "open", shell.json_file("case.json", file)}, 2,
                  "photo_sheet.photos: has 501 entries");
}

TEST_CASE("odd names of sections and fields are told, cut, and never reach the terminal") {
    Shell shell;
    Json file = sample_case("pl-hair.json");
    file["ev\x1bil\u202e"] = {{"a", 1}};
    file[std::string(100'000, 'S')] = {{"a", 1}};
    file["settlement"]["k\x1b[2J"] = 1;
    file["settlement"][std::string(100'000, 'f')] = 1;
    const Outcome opened = shell.in_vault({"case", "open", shell.json_file("case.json", file)});
    CHECK(opened.code == 0);
    check_clear(opened.err);
    const Outcome shown = shell.in_vault({"case", "show", "2099-0002"});
    CHECK(shown.out.find('\x1b') == std::string::npos);
    CHECK(shown.out.size() < 2000);
    const Outcome issued =
        shell.in_vault({"issue", "settlement", "2099-0002", "--draft", "--out", shell.path("out")});
    CHECK(issued.code <= 1);
    check_clear(issued.err);
    CHECK_THAT(issued.err, Catch::Contains("settlement.k\\u{1b}[2J: is no field"));
}

TEST_CASE("another salon's file is refused with its name made harmless") {
    Shell shell;
    Json file = sample_case("pl-hair.json");
    file["salon"] = {{"salon_name", "Inny \x1b[1m Salon"}};
    shell.refuses({"case", "open", shell.json_file("case.json", file)}, 2,
                  "another salon's ('Inny \\u{1b}[1m Salon')");
}

TEST_CASE("a file with a byte order mark is a case file like any other") {
    Shell shell;
    CHECK(
        shell
            .in_vault({"case", "open",
                       shell.file("bom.json", "\xef\xbb\xbf" + sample_case("pl-hair.json").dump())})
            .code == 0);
}
