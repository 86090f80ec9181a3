// A salon's own forms and templates, in its vault's folder.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/salon.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) { return read_file(file, 4u << 20, Fault::internal); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not there: " + from);
    return text.replace(at, from.size(), to);
}

/// A salon that keeps wordings of its own.
struct OwnSalon : Salon {
    using Salon::Salon;

    [[nodiscard]] static fs::path shipped(const std::string& name) { return find_resources().folder / name; }
    [[nodiscard]] fs::path own(const std::string& name) const { return place().vault / name; }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories(own(name).parent_path());
        fs::remove(own(name));
        write_file_durably(own(name), text, 0600);
    }
    /// The shipped file, with one passage changed, as the salon's own.
    void change(const std::string& name, const std::string& from, const std::string& to) const {
        write(name, replaced(text_of(shipped(name)), from, to));
    }
    [[nodiscard]] std::string stored(const std::string& number, std::size_t version, const std::string& role) const {
        const Vault vault = open_vault(place(), Access::read);
        const RecordEntry record = vault.records(number).at(version - 1);
        for (const auto& objects : {record.fixed_objects, record.issued_objects})
            for (const ObjectRef& object : objects)
                if (object.role == role) return vault.object(object.sha256);
        throw std::runtime_error("no " + role);
    }
    void approve(const std::string& lines) {
        write("vault.toml", text_of(own("vault.toml")) + "\n[[approved]]\n" + lines);
        (void)accept_settings(place());
    }
};

constexpr const char* template_name = "templates/pl-PL/settlement.md";
constexpr const char* title = "# UGODA POZASĄDOWA nr";

bool warns_of_approval(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.what.find("no lawyer has approved") == 0 && finding.level == Level::warning;
    });
}

}  // namespace

TEST_CASE("a salon's own template is what is printed and what the record keeps") {
    OwnSalon salon;
    salon.change(template_name, title, "# POROZUMIENIE nr");
    const std::string number = salon.open("pl-hair.json");
    const Issued issued = salon.issue("settlement", number);
    CHECK_THAT(pdf_text(issued.files.at(1)), Catch::Contains("POROZUMIENIEnr"));
    CHECK(salon.stored(number, 1, "template") == text_of(salon.own(template_name)));
    CHECK(salon.is_intact());
    CHECK(check_vault(salon.place()).findings.empty());
}

TEST_CASE("an old record still shows its wording after the salon's file has changed or gone") {
    OwnSalon salon;
    salon.change(template_name, title, "# POROZUMIENIE nr");
    const std::string first = text_of(salon.own(template_name));
    const std::string number = salon.open("pl-hair.json");
    const std::string copy = salon.issue("settlement", number).files.at(0);
    const std::string printed = read_file(copy, 100u << 20, Fault::internal);

    salon.change(template_name, title, "# UKŁAD nr");
    CHECK(salon.issue("settlement", number).version == 2);
    fs::remove_all(salon.own("templates"));
    CHECK(salon.issue("settlement", number).version == 3);
    CHECK(salon.stored(number, 1, "template") == first);
    CHECK(salon.stored(number, 2, "template") == replaced(first, "POROZUMIENIE", "UKŁAD"));
    CHECK(salon.stored(number, 3, "template") == text_of(OwnSalon::shipped(template_name)));
    CHECK(salon.stored(number, 1, "copy 1") == printed);
    CHECK(salon.is_intact());
}

TEST_CASE("a salon's own form asks what it asks, and the record keeps it") {
    OwnSalon salon;
    salon.change("forms/settlement.json", "\"copies\": 2", "\"copies\": 3");
    const std::string number = salon.open("pl-hair.json");
    CHECK(salon.issue("settlement", number).files.size() == 3);
    CHECK(salon.stored(number, 1, "form") == text_of(salon.own("forms/settlement.json")));
}

TEST_CASE("a wording that fits on no page is refused before anything is logged") {
    OwnSalon salon;
    std::string endless = "```signatures\nclient: ";
    for (int word = 0; word < 1000; ++word) endless += "bardzo długi podpis ";
    salon.change(template_name, title, endless + "\n```\n\n" + title);
    const std::string number = salon.open("pl-hair.json");
    const std::uint64_t size = open_vault(salon.place(), Access::read).size();
    CHECK_THROWS_WITH(salon.issue("settlement", number), Catch::Contains("page"));
    CHECK(open_vault(salon.place(), Access::read).size() == size);
}

TEST_CASE("a record type may live in the vault only") {
    OwnSalon salon;
    salon.write("forms/receipt.json", R"({"form": "receipt", "prefix": "RCP", "section": "receipt", "copies": 1,
        "fields": [{"name": "client_name", "type": "text", "need": "filled", "from": ["client.client_name"]}]})");
    salon.write("templates/pl-PL/receipt.md",
                "<!-- template receipt pl-PL 1 -->\n<!-- clause PL-R-01 STD -->\n# Pokwitowanie\n\nDla: {{client_name}}\n");
    salon.change("templates/pl-PL/labels.json", "\"records\": {", "\"records\": {\"receipt\": \"Pokwitowanie\",");
    const std::string number = salon.open("pl-hair.json");
    const Issued issued = salon.issue("receipt", number);
    CHECK(issued.record == "RCP-2099-0001");
    CHECK_THAT(pdf_text(issued.files.at(0)), Catch::Contains("Pokwitowanie"));
    CHECK_THROWS_WITH(salon.issue("recipt", number), Catch::Contains("progress, receipt, reply"));
}

TEST_CASE("a locale may live in the vault only") {
    OwnSalon salon("salon-en.toml");
    for (const auto& entry : fs::directory_iterator(OwnSalon::shipped("templates/en-GB")))
        if (entry.is_regular_file()) salon.write("templates/en-IE/" + entry.path().filename().string(), text_of(entry.path()));
    salon.write("templates/en-IE/settlement.md",
                replaced(text_of(OwnSalon::shipped("templates/en-GB/settlement.md")), "settlement en-GB", "settlement en-IE"));
    Json file = parse_json(text_of(sample("en-apology.json")), "sample");
    file["jurisdiction"] = "IE";
    for (const char* section : {"photo_sheet", "evidence"}) file.erase(section);
    const CaseOutcome opened = open_case(salon.place(), salon.file_with("irish.json", file));
    const Issued issued =
        issue_record(salon.place(), {"settlement", opened.number, Json::object(), "en-IE"}, {salon.out(), false, "", ""});
    CHECK(issued.record == "SET-2099-0001");
    CHECK(open_vault(salon.place(), Access::read).records(opened.number).at(0).fixed.at("locale") == "en-IE");
}

TEST_CASE("a broken template or form of the salon's is told with its file, and nothing is logged") {
    OwnSalon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::uint64_t size = open_vault(salon.place(), Access::read).size();
    const auto refuses = [&](const std::string& name, const std::string& text) {
        salon.write(name, text);
        CHECK_THROWS_WITH(salon.issue("settlement", number), Catch::StartsWith(salon.own(name).string()));
        fs::remove(salon.own(name));
        CHECK(open_vault(salon.place(), Access::read).size() == size);
    };
    const std::string whole = text_of(OwnSalon::shipped(template_name));
    refuses(template_name, "");
    refuses(template_name, "just words\n");
    refuses(template_name, replaced(whole, "settlement pl-PL", "settlement en-GB"));
    refuses(template_name, replaced(whole, "{{agreement_place}}", "{{agreement_plaice}}"));
    refuses(template_name, replaced(whole, "{{agreement_place}}", "{{{agreement_place}}}"));
    refuses(template_name, replaced(whole, "{{agreement_place}}", "[…]"));
    refuses(template_name, replaced(whole, "{{agreement_place}}", "![picture](x.png)"));
    refuses(template_name, std::string(5u << 20, 'x'));
    refuses("templates/pl-PL/labels.json", "{\"records\": {}}");
    refuses("templates/pl-PL/money.json", "{}");
    refuses("templates/pl-PL/locale.json", "[");
    const std::string form = text_of(OwnSalon::shipped("forms/settlement.json"));
    refuses("forms/settlement.json", "{");
    refuses("forms/settlement.json", replaced(form, "\"form\": \"settlement\"", "\"form\": \"intake\""));
    refuses("forms/settlement.json", replaced(form, "{\"has\": ", "{\"hass\": "));
    CHECK(salon.is_intact());
}

TEST_CASE("a link or a folder in place of the salon's template is refused") {
    OwnSalon salon;
    const std::string number = salon.open("pl-hair.json");
    fs::create_directories(salon.own(template_name).parent_path());
    fs::create_symlink(OwnSalon::shipped(template_name), salon.own(template_name));
    CHECK_THROWS_WITH(salon.issue("settlement", number), Catch::Contains("settlement.md: is a link"));
    fs::remove(salon.own(template_name));
    fs::create_directory(salon.own(template_name));
    CHECK_THROWS_WITH(salon.issue("settlement", number), Catch::StartsWith(salon.own(template_name).string()));
    CHECK(salon.is_intact());
}

TEST_CASE("the approval of a shipped version does not cover the salon's own text of it") {
    OwnSalon salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK_FALSE(warns_of_approval(salon.issue("settlement", number).findings));
    salon.change(template_name, "uważają okoliczności", "uznają okoliczności");
    const Issued issued = salon.issue("settlement", number);
    REQUIRE(warns_of_approval(issued.findings));
    CHECK_THAT(issued.findings.back().what, Catch::Contains("PL-S-03"));
    CHECK_THAT(issued.findings.back().remedy, Catch::Contains(salon.own(template_name).string()));
}

TEST_CASE("a shipped text that the salon has only copied keeps its approval") {
    OwnSalon salon;
    salon.write(template_name, text_of(OwnSalon::shipped(template_name)));
    CHECK_FALSE(warns_of_approval(salon.issue("settlement", salon.open("pl-hair.json")).findings));
}

TEST_CASE("the salon's own text is approved by its fingerprint, until it is changed again") {
    OwnSalon salon;
    salon.change(template_name, "uważają okoliczności", "uznają okoliczności");
    const std::string number = salon.open("pl-hair.json");
    const std::string fingerprint = to_hex(sha256(text_of(salon.own(template_name))));
    CHECK_THAT(salon.issue("settlement", number).findings.back().remedy, Catch::Contains("sha256 " + fingerprint));
    salon.approve("template = \"settlement\"\nlocale = \"pl-PL\"\nsha256 = \"" + fingerprint + "\"\n");
    CHECK_FALSE(warns_of_approval(salon.issue("settlement", number).findings));
    salon.change(template_name, "uważają okoliczności", "mają okoliczności");
    CHECK(warns_of_approval(salon.issue("settlement", number).findings));
}
