// What somebody may type that no verb can make sense of.
#include <catch2/catch.hpp>

#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

struct Typed {
    Words words;
    std::string says;
};

const std::string very_long(100'000, 'A');

}  // namespace

TEST_CASE("a verb or an option that there is not is told by its name") {
    Shell shell;
    for (const Typed& typed : std::vector<Typed>{{{"isue", "settlement"}, "'isue' is no verb"},
                                                 {{"case", "opne"}, "'opne' is no verb"},
                                                 {{}, "names no verb"},
                                                 {{"case"}, "names no verb"},
                                                 {{"--frob"}, "'--frob' is no option"},
                                                 {{"\x1b[2J"}, "'\\u{1b}[2J' is no verb"},
                                                 {{very_long}, "AAAA"},
                                                 {{"case", "list", "--frob"}, "--frob"},
                                                 {{"case", "list", "more"}, "more"},
                                                 {{"verify", "verify"}, "verify"},
                                                 {{"case", "show"}, "CASE is required"},
                                                 {{"issue", "settlement"}, "CASE is required"}})
        shell.refuses(typed.words, 2, typed.says);
}

TEST_CASE("a case number that there is not is told as it was typed, in one line") {
    Shell shell;
    for (const Typed& typed :
         std::vector<Typed>{{{"2099-0099"}, "'2099-0099'"},
                            {{"../2099-0001"}, "'../2099-0001'"},
                            {{"2099-0001 "}, "'2099-0001 '"},
                            {{"2099-1"}, "'2099-1'"},
                            {{"２０９９-０００１"}, "'２０９９-０００１'"},
                            {{"2099-0001' OR '1'='1"}, "is not in this vault"},
                            {{"\x1b[31m\n\xe2\x80\xae"}, "\\u{1b}[31m\\u{a}\\u{202e}"},
                            {{"\xff\xfe"}, "is not in this vault"},
                            {{very_long}, "AAAA…'"}})
        for (const Words& verb : std::vector<Words>{
                 {"case", "show"}, {"trail"}, {"issue", "settlement"}, {"case", "close"}}) {
            Words words = verb;
            words.push_back(typed.words.front());
            shell.refuses(words, 2, typed.says);
        }
}

TEST_CASE("a form and a locale that there are not are told with those that there are") {
    Shell shell;
    for (const char* form : {"setlement", "../settlement", "types", "README", "settlement.json",
                             "Settlement", "\x1b[1m"})
        shell.refuses({"issue", form, "2099-0001"}, 2, "choose one of: ack, client_card");
    for (const char* locale :
         {"xx", "pl", "PL-pl", "../pl-PL", "pl-PL/", "en-PL", ".", "\x1b[1m", very_long.c_str()})
        shell.refuses({"issue", "settlement", "2099-0001", "--locale", locale}, 2,
                      "law goes with the wording");
}

TEST_CASE("an option with nothing behind it is not taken for one left out") {
    Shell shell;
    const std::string out = shell.path("out");
    for (const Typed& typed : std::vector<Typed>{
             {{"verify", "--witness", ""}, "--witness: is empty"},
             {{"--vault", "", "verify"}, "--vault"},
             {{"--staff", "", "case", "open", sample("pl-hair.json")}, "--staff: is empty"},
             {{"issue", "settlement", "2099-0001", "--answers", ""}, "--answers: is empty"},
             {{"issue", "settlement", "2099-0001", "--locale", ""}, "--locale: is empty"},
             {{"issue", "settlement", "2099-0001", "--out", ""}, "--out: is empty"},
             {{"issue", "", "2099-0001"}, "FORM: is empty"},
             {{"case", "show", ""}, "CASE: is empty"},
             {{"case", "open", ""}, "FILE: is empty"}})
        shell.refuses(typed.words, 2, typed.says);
}

TEST_CASE("values out of their range are refused with the range") {
    Shell shell;
    const std::string file = shell.file("receipt.txt", "Paragon");
    const Words attach = {"attach", "2099-0001", file, "--title", "Paragon", "--kind"};
    const auto with = [&](const Words& more) {
        Words words = attach;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    shell.refuses(with({"photo_before"}), 2, "--kind");
    for (const char* pages : {"0", "-1", "10000", "two", "1e3", "２"})
        shell.refuses(with({"receipt", "--pages", pages}), 2, "--pages");
    shell.refuses(with({"receipt", "--made-at", "yesterday"}), 2,
                  "made_at: 'yesterday' is not a moment");
    shell.refuses(with({"receipt", "--author", std::string(301, 'a')}), 2, "author");
    shell.refuses({"issue", "settlement", "2099-0001", "--despite", "so"}, 2, "--by");
    shell.refuses({"case", "close", "2099-0001", "--why", very_long}, 2,
                  "--why: is longer than 2000 characters");
    shell.refuses({"--staff", "nobody", "case", "close", "2099-0001"}, 2,
                  "--staff: nobody has the id 'nobody'");
}

TEST_CASE("a title is a text of at most 300 characters that says something") {
    Shell shell;
    const std::string file = shell.file("receipt.txt", "Paragon");
    const Words attach = {"attach", "2099-0001", file, "--kind", "receipt", "--title"};
    for (const std::string& title : {std::string(301, 't'), std::string(" "),
                                     std::string("\u200b\u2060"), std::string("\xff")}) {
        Words words = attach;
        words.push_back(title);
        shell.refuses(words, 2, title == "\xff" ? "is not UTF-8" : "attachment_title");
    }
}

TEST_CASE("what is wrong is also told as one object, with the same exit code") {
    Shell shell;
    const Outcome outcome = shell.in_vault({"case", "show", "2099-0099", "--json"});
    CHECK(outcome.code == 2);
    CHECK(parse_json(outcome.out, "out").at("error").at("remedy") == "see ugoda case list");
}

TEST_CASE("work on a closed case is done, and a note says that it is closed") {
    Shell shell;
    REQUIRE(shell.in_vault({"case", "close", "2099-0001", "--despite", "x", "--by", "y"}).code == 1);
    const std::string file = shell.json_file("more.json", Json{{"reply", {{"handler", "x"}}}}),
                      receipt = shell.file("r.txt", "Paragon");
    for (const Words& words : std::vector<Words>{
             {"case", "add", "2099-0001", file},
             {"attach", "2099-0001", receipt, "--kind", "receipt", "--title", "P"},
             {"photo", "add", "2099-0001", "--before", sample("photographs/before-1.jpg")},
             {"issue", "settlement", "2099-0001", "--draft", "--out", shell.path("out")}}) {
        const Outcome outcome = shell.in_vault(words);
        CHECK(outcome.code <= 1);
        CHECK_THAT(outcome.err, Catch::Contains("note: case 2099-0001: was closed on 2099-05-28"));
    }
}
