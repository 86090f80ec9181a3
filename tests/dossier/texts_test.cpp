// The small texts of a bag: one spelling each.
#include <catch2/catch.hpp>

#include "dossier/bag_source.h"
#include "dossier/dossier_index.h"
#include "dossier/manifest.h"
#include "dossier/withheld.h"

using namespace ugoda;

TEST_CASE("a path of a dossier is plain, and leads nowhere else") {
    for (const char* good : {"a", "data/events/000000000001/header.json", "bag-info.txt", "a..b", ".hidden"})
        CHECK(is_bag_path(good));
    for (const char* bad : {"", "/", "/etc/passwd", "a//b", "a/", "./a", "../a", "a/../b", "a/..", "a\\b", "C:a", "a b",
                            "a\nb", "a%0Ab", "ż", "~"})
        CHECK_FALSE(is_bag_path(bad));
    CHECK_FALSE(is_bag_path(std::string_view("a\0b", 3)));
    CHECK_FALSE(is_bag_path(std::string(201, 'a')));
}

TEST_CASE("a manifest has the lines of sha256sum, and reads back") {
    const Manifest manifest = {{"data/a", sha256("a")}, {"data/b", sha256("b")}};
    CHECK(to_text(manifest) == to_hex(sha256("a")) + "  data/a\n" + to_hex(sha256("b")) + "  data/b\n");
    CHECK(parse_manifest(to_text(manifest)) == manifest);
    CHECK(parse_manifest("") == Manifest{});
}

TEST_CASE("a line that is none, or twice the same path, makes no manifest") {
    const std::string hash = to_hex(sha256("a"));
    for (const std::string& text : {hash, hash + "\n", hash + " data/a\n", hash + " *data/a\n", hash + "  data/a",
                                    hash + "  ../a\n", std::string("\n"), hash + "  data/a\r\n",
                                    hash + "  data/a\n" + hash + "  data/a\n", "A" + hash.substr(1) + "  data/a\n"})
        CHECK_FALSE(parse_manifest(text));
}

TEST_CASE("what is not there and why reads back, and only in its one spelling") {
    Absences absences;
    absences.payloads = {{3, {"health", 0}}, {12, {"", 40}}};
    absences.objects = {{sha256("a"), {"internal", 0}}, {sha256("b"), {"", 41}}};
    const std::string text = to_text(absences);
    CHECK(text.starts_with("payload 3 health\nerased-payload 12 40\n"));
    CHECK(parse_absences(text) == absences);
    CHECK(parse_absences("") == Absences{});
    for (const char* other :
         {"payload 3 health", "payload 3 taste\n", "payload 03 health\n", "payload x health\n", "payload 3\n",
          "erased-payload 3 x\n", "object 3 health\n", "payload 4 health\npayload 3 health\n",
          "payload 3 health\npayload 3 health\n", "\n", "erased-file 3 4\n"})
        CHECK_FALSE(parse_absences(other));
}

TEST_CASE("dossier.json is canonical and reads back, and nothing can be added to it") {
    DossierIndex index{"2026-0001",
                       std::string(32, 'a'),
                       "ugoda/aaaaaaaaaaaa",
                       "2026-03-12T18:00:00+01:00",
                       "client",
                       "pl-PL",
                       "ugoda 0.1.0",
                       {"V-2026-0001"},
                       7,
                       {{1, "2026-0001", 1, "here"}, {5, "log", std::nullopt, "withheld"}},
                       {{sha256("a"), 5, "data/photos/01-before.jpg", "original"}},
                       {{"01234567", 0, 4}, {"89abcdef", 4, std::nullopt}},
                       {{3, "SET-2026-0001 v1", true}, {5, "", false}}};
    const std::string text = to_text(index);
    const auto parsed = parse_dossier_index(text);
    REQUIRE(parsed);
    CHECK(to_text(*parsed) == text);
    CHECK(text == canonical_json(parse_json(text, "text")));
    Json more = parse_json(text, "text");
    more["remark"] = "";
    CHECK_FALSE(parse_dossier_index(canonical_json(more)));
    CHECK_FALSE(parse_dossier_index(" " + text));
    for (const char* other : {"", "[]", "{}", "null", "{\"format\":1}"}) CHECK_FALSE(parse_dossier_index(other));
}
