// The trail on paper, in every language: everything in it, nothing of what is withheld.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>
#include <set>

#include "base/error.h"
#include "document/directives.h"
#include "document/labels.h"
#include "support/pdf_text.h"
#include "workflow/add_note.h"
#include "workflow/event_words.h"
#include "workflow/record_life.h"
#include "workflow/salon.h"
#include "workflow/trail_paper.h"

using namespace ugoda;

namespace {

const std::vector<std::string> languages{"el", "en", "es", "it", "pl"};

/// A complaint with every record of its beginning, a settlement signed and handed over, a note.
struct Story {
    explicit Story(const std::string& language)
        : salon("salon-" + language + ".toml"), number(salon.open(language + "-story.json")) {
        for (const char* form : {"intake", "consent"}) (void)salon.issue(form, number);
        settlement = issue_record(salon.place(), {"settlement", number, Json::object(), ""},
                                  {salon.out(), false, "for a test", "Nobody", ""})
                         .record;
        (void)print_record(salon.place(), settlement, {});
        Signature signature{"client", "Ada Lovelace"};
        signature.place = "Testville";
        (void)sign_record(salon.place(), settlement, signature);
        (void)hand_over_record(salon.place(), settlement, {2, "Charles Babbage", ""});
        (void)add_note(salon.place(), number, {"Nothing is {{decided}} yet", "phone", "Ada Lovelace", true, ""});
    }

    [[nodiscard]] std::string paper(const Withheld& withheld = {}, const std::string& reader = "complete") const {
        const Vault vault = open_vault(salon.place(), Access::read);
        return make_trail_paper(vault, own_first(salon.place()), number, {"", reader, withheld}, {4083645600, 120});
    }
    [[nodiscard]] std::filesystem::path file(const std::string& bytes) const {
        write_file_durably(salon.path("trail.pdf"), bytes, 0600);
        return salon.path("trail.pdf");
    }
    [[nodiscard]] std::string text(const Withheld& withheld = {}) const { return pdf_text(file(paper(withheld))); }
    [[nodiscard]] std::string locale() const {
        return text_at(open_vault(salon.place(), Access::read).settings(), "locale");
    }

    Salon salon;
    std::string number, settlement;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(without_blanks(part)) != std::string::npos;
}

/// Every kind of event that the program's source appends.
std::set<std::string> kinds_in_source() {
    // Files, paths into a case file, and the letters of a name look alike.
    static const std::set<std::string> others{"case.number", "intake.case_number", "record.id", "staff.id", "timestamp.ca", "backup.warn_after_days"};
    static const std::regex kind(R"re("([a-z]{2,12}\.[a-z_]{2,24})")re"), file_name(R"(.*\.(db|key|toml|json|pem|crt|p12|so|next|icc|pdf|txt|zip|crl|der|sh|html))");
    std::set<std::string> kinds;
    for (const char* folder : {"src/workflow", "src/vault"})
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            const std::string source = read_file(entry.path(), 1u << 20, Fault::internal);
            for (std::sregex_iterator at(source.begin(), source.end(), kind), past; at != past; ++at)
                if (const std::string name = (*at)[1]; !others.contains(name) && !std::regex_match(name, file_name))
                    kinds.insert(name);
        }
    return kinds;
}

}  // namespace

TEST_CASE("every kind of event that is ever logged has a label and a sentence that works, in every language") {
    const std::set<std::string> kinds = kinds_in_source();
    REQUIRE(kinds.contains("record.handed_over"));
    REQUIRE(kinds.size() >= 20);
    const TrailFacts nothing;
    for (const std::string& locale : locales_in(find_resources().templates())) {
        const Paper paper = load_paper(find_resources(), "trail", locale);
        const EventWords words(paper, nothing);
        for (const std::string& kind : kinds) {
            INFO(locale << " " << kind);
            CHECK(paper.own.at("events").contains(kind));
            CHECK(words.label(kind).find(kind) == std::string::npos);
        }
        for (const auto& member : paper.own.at("events").items()) {
            INFO(locale << " " << member.key());
            EventEntry event;
            event.header.kind = member.key();
            event.payload = Payload{};
            event.payload->content = Json::object();
            CHECK_NOTHROW(words.says(event));
        }
    }
}

TEST_CASE("the trail's labels are there in every language, and the same") {
    std::set<std::set<std::string>> outlines;
    for (const std::string& locale : locales_in(find_resources().templates())) {
        const Paper paper = load_paper(find_resources(), "trail", locale);
        std::set<std::string> outline;
        for (const auto& group : paper.own.items())
            for (const auto& member : group.value().items()) {
                outline.insert(group.key() + "." + member.key());
                if (group.key() == "values")
                    for (const auto& value : member.value().items())
                        outline.insert(group.key() + "." + member.key() + "." + value.key());
            }
        outlines.insert(outline);
        for (const Field& field : paper.form.fields) {
            INFO(locale << " " << field.name);
            CHECK_NOTHROW(field_label(paper.locale, field.name));
            for (const std::string& choice : field.choices) CHECK_NOTHROW(value_label(paper.locale, field.name, choice));
            for (const Field& column : field.columns) CHECK_NOTHROW(field_label(paper.locale, column.name));
        }
    }
    CHECK(outlines.size() == 1);
}

TEST_CASE("every event has its line on the paper, with who, when, what and its hash, in every language") {
    for (const std::string& language : languages) {
        INFO(language);
        const Story story(language);
        const std::string text = story.text();
        const Paper paper = load_paper(find_resources(), "trail", story.locale());
        const TrailFacts nothing;
        const EventWords words(paper, nothing);
        for (const TrailLine& line : pull_trail(story.salon.place(), story.number).lines) {
            INFO(line.kind);
            CHECK(has(text, words.label(line.kind)));
            CHECK(has(text, line.header));
            CHECK(has(text, exact_moment_text(line.time, paper.locale)));
            CHECK(has(text, line.who));
        }
    }
}

TEST_CASE("the certificate names the log, the key, the copies, the signatures and their witnesses") {
    for (const std::string& language : languages) {
        INFO(language);
        const Story story(language);
        const std::string text = story.text();
        const Vault vault = open_vault(story.salon.place(), Access::read);
        CHECK(has(text, vault.id().substr(0, 8) + "/" + story.number));
        CHECK(has(text, vault.id()));
        CHECK(has(text, "ugoda/" + vault.id().substr(0, 12)));
        for (const char* part : {"Ada Lovelace", "Charles Babbage", "Testville", "SHA-256", "UTC+0"}) CHECK(has(text, part));
        for (const RecordEntry& record : vault.records(story.number)) {
            for (const ObjectRef& object : record.issued_objects)
                if (object.role.starts_with("copy ")) CHECK(has(text, to_hex(object.sha256)));
            for (const ObjectRef& object : record.fixed_objects) CHECK(has(text, to_hex(object.sha256)));
        }
        for (const PhotoEntry& photo : vault.photos(story.number)) CHECK(has(text, to_hex(photo.original.sha256)));
    }
}

TEST_CASE("a wording that this program cannot read any more is named by its form and its fingerprint") {
    const Story story("en");
    const std::string wording = "<!-- settlement, as another program wrote it -->\n";
    {
        Vault vault = open_vault(story.salon.place(), Access::write);
        const ObjectRef object = vault.put(wording, "template");
        vault.write([&](Writer& writer) {
            writer.append({"record.fixed",
                           story.number,
                           {{"case", story.number}, {"form", "settlement"}, {"locale", "en-GB"}, {"record", story.settlement},
                            {"version", 2}, {"copies", 2}, {"content_hash", std::string(64, 'a')}},
                           {object},
                           "owner"});
        });
    }
    CHECK(has(story.text(), in_groups(to_hex(sha256(wording)), 8)));
}

TEST_CASE("the paper prints labels and no codes, and nothing unresolved but what somebody wrote") {
    for (const std::string& language : languages) {
        INFO(language);
        const std::string text = Story(language).text();
        for (const char* code : {"in_person", "photo_doc_consent", "record.", "case.", "client_name", "[…]", "(ink)"})
            CHECK(text.find(code) == std::string::npos);
        const auto braces = text.find("{{");
        REQUIRE(braces != std::string::npos);
        CHECK(text.substr(braces, 11) == "{{decided}}");
        CHECK(text.find("{{", braces + 2) == std::string::npos);
    }
}

TEST_CASE("the trail on paper is valid PDF/A-1b in every language, and the same twice") {
    for (const std::string& language : languages) {
        INFO(language);
        const Story story(language);
        const std::string bytes = story.paper();
        CHECK(bytes == story.paper());
        const std::string command =
            "sh " UGODA_SOURCE_DIR "/tests/seal/preflight.sh '" + story.file(bytes).string() + "'";
        CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
    }
}

TEST_CASE("what is withheld from a reader is not on the paper, and said to be left out") {
    const Story story("pl");
    const Vault vault = open_vault(story.salon.place(), Access::read);
    REQUIRE(has(story.text(), "Ada Lovelace"));
    Withheld withheld;
    for (const EventEntry& event : vault.events(story.number)) {
        const std::string& kind = event.header.kind;
        if (kind == "note.added" || kind == "record.signed") withheld.payloads[event.header.seq] = "internal";
        if (kind == "case.opened") withheld.payloads[event.header.seq] = "other-people";
    }
    const PhotoEntry photo = vault.photos(story.number).front();
    withheld.objects[to_hex(photo.original.sha256)] = "health";
    const std::string text = story.text(withheld);
    for (const char* hidden : {"Ada Lovelace", "decided", "Testville", "Eufrozyna", "Mglista"}) CHECK_FALSE(has(text, hidden));
    CHECK_FALSE(has(text, to_hex(photo.original.sha256)));
    CHECK(has(text, "notatki wewnętrzne Salonu"));
    CHECK(has(text, "dane innych osób"));
    CHECK(has(text, "dane o zdrowiu, których ten odbiorca nie potrzebuje"));
    for (const TrailLine& line : pull_trail(story.salon.place(), story.number).lines) CHECK(has(text, line.header));
}

TEST_CASE("without a timestamp the paper says how little is proven, with one it names it") {
    const Story story("en");
    CHECK(has(story.text(), "As there is no timestamp here"));
    Vault vault = open_vault(story.salon.place(), Access::write);
    vault.write([&](Writer& writer) {
        writer.append({"timestamp.token", std::nullopt,
                       {{"size", vault.size()}, {"time", "2099-05-28T12:00:00Z"}, {"authority", "Clock House"}}, {}, "owner"});
    });
    const std::string text = story.text();
    CHECK_FALSE(has(text, "As there is no timestamp here"));
    CHECK(has(text, "Timestamp by: Clock House"));
}

TEST_CASE("a visit has its trail on paper too, and a file that is there is not written over") {
    Salon salon;
    const std::string visit = open_visit(salon.place(), sample("pl-visit.json")).number;
    const auto file = salon.path("trail.pdf");
    write_trail_paper(salon.place(), visit, "en-GB", file);
    CHECK(has(pdf_text(file), "AUDIT TRAIL OF VISIT " + visit));
    CHECK_THROWS_AS(write_trail_paper(salon.place(), visit, "", file), Error);
}
