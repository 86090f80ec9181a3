#include <catch2/catch.hpp>

#include "base/error.h"
#include "workflow/check_paper.h"
#include "workflow/copies.h"
#include "workflow/salon.h"
#include "workflow/seals.h"

using namespace ugoda;
using Catch::Contains;

namespace {

/// A salon with a settlement that was issued.
struct Settled {
    Salon salon;
    std::string number = salon.open("pl-hair.json");
    std::filesystem::path file = salon.issue("settlement", number).files.at(1);

    [[nodiscard]] std::string bytes() const { return read_file(file, largest_pdf, Fault::internal); }
    [[nodiscard]] std::filesystem::path changed(const std::string& bytes) const {
        const std::filesystem::path other = salon.path("other.pdf");
        write_file_durably(other, bytes, 0600);
        return other;
    }
};

std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_string(finding.level) + ": " + finding.where + ": " + finding.what + "\n";
    return text;
}

}  // namespace

TEST_CASE("a copy that the vault issued is intact, and known as what it is") {
    const Settled settled;
    const PaperReport report = check_paper(settled.salon.place(), settled.file);
    INFO(told(report.findings));
    CHECK(report.is_intact);
    REQUIRE(report.copy);
    CHECK(report.copy->record == "SET-2099-0001");
    CHECK(report.copy->copy == 2);
    CHECK(report.is_exact);
    REQUIRE(report.seal);
    CHECK(report.seal->seq == list_seals(settled.salon.place()).at(0).entry.seq);
}

TEST_CASE("a copy is good without its vault, as far as it goes") {
    const Settled settled;
    const PaperReport report = check_paper(std::nullopt, settled.file);
    CHECK(report.is_intact);
    CHECK_FALSE(report.copy);
    CHECK_THAT(told(report.findings), Contains("note: vault: none was asked"));
}

TEST_CASE("another vault's copy is not known") {
    const Settled settled;
    const Salon other;
    const PaperReport report = check_paper(other.place(), settled.file);
    CHECK_FALSE(report.is_intact);
    CHECK_THAT(told(report.findings), Contains("does not know this file, nor the certificate it is sealed with"));
}

TEST_CASE("a paper sealed with the salon's key that nothing was logged of is told") {
    const Settled settled;
    const Salon& salon = settled.salon;
    Vault vault = open_vault(salon.place(), Access::write);
    const RecordEntry record = vault.records(settled.number).at(0);
    const RecordContent content =
        gather_content(vault, existing_case(vault, settled.number), load_wording(salon.place().resources, "settlement", "pl-PL"),
                       {"settlement", settled.number, Json::object(), ""});
    const Seal seal = load_seal(vault, record.fixed_time);
    const auto copies = render_copies(vault, content, record, vault.signed_checkpoint(record.fixed_seq + 1), {salon.place().resources, seal});
    const PaperReport report = check_paper(salon.place(), settled.changed(copies.at(0).pdf));
    CHECK_FALSE(report.is_intact);
    CHECK(report.seal);
    CHECK_THAT(told(report.findings), Contains("knows the seal on this file, but no record with such bytes was issued"));
}

TEST_CASE("a copy with something appended is told, and what it was before is known") {
    const Settled settled;
    const PaperReport report = check_paper(settled.salon.place(), settled.changed(settled.bytes() + "appended"));
    CHECK_FALSE(report.is_intact);
    CHECK_THAT(told(report.findings), Contains("8 bytes were appended"));
    REQUIRE(report.copy);
    CHECK_FALSE(report.is_exact);
    CHECK(report.copy->copy == 2);
}

TEST_CASE("a copy that was changed is told, although its certificate is known") {
    const Settled settled;
    std::string bytes = settled.bytes();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    const PaperReport report = check_paper(settled.salon.place(), settled.changed(bytes));
    CHECK_FALSE(report.is_intact);
    CHECK_THAT(told(report.findings), Contains("it is not what was signed"));
    CHECK_FALSE(report.copy);
}

TEST_CASE("a copy sealed before the seal was replaced is still known") {
    const Settled settled;
    (void)renew_seal(settled.salon.place());
    const PaperReport report = check_paper(settled.salon.place(), settled.file);
    CHECK(report.is_intact);
    CHECK(report.seal);
}

TEST_CASE("a draft is not sealed, and what is no PDF is refused") {
    const Settled settled;
    const Salon& salon = settled.salon;
    const Issued draft = issue_record(salon.place(), {"settlement", settled.number, Json::object(), ""}, {salon.out(), true, "", "", ""});
    CHECK_THAT(told(check_paper(salon.place(), draft.files.at(0)).findings), Contains("is not sealed"));
    CHECK_THROWS_WITH(check_paper(salon.place(), settled.changed("words")), Contains("is not a PDF"));
    CHECK_THROWS_AS(check_paper(salon.place(), salon.path("nothing.pdf")), Error);
}

TEST_CASE("a file larger than any paper is refused before it is read") {
    const Settled settled;
    const std::filesystem::path huge = settled.changed("%PDF-1.4");
    std::filesystem::resize_file(huge, largest_pdf + 1);
    CHECK_THROWS_WITH(check_paper(settled.salon.place(), huge), Contains("large"));
}
