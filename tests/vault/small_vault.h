// A small vault of a fictional salon, with its surroundings, for one test.
#pragma once

#include <map>

#include "base/digest.h"
#include "base/files.h"
#include "support/fake_clock.h"
#include "support/temporary_folder.h"
#include "vault/vault.h"
#include "vault/verify.h"

namespace ugoda {

/// The same bytes in every run.
class CountingRandom final : public Random {
  public:
    std::string bytes(std::size_t count) override {
        std::string out;
        while (out.size() < count) out += bytes_of(sha256("random " + std::to_string(next_++)));
        return out.substr(0, count);
    }

  private:
    int next_ = 0;
};

class SmallVault {
  public:
    /// With its first event only.
    SmallVault() { Vault::create(folder(), settings(), "s-1", surroundings()); }

    [[nodiscard]] std::filesystem::path folder() const { return temporary_ / "studio-jasmin"; }
    [[nodiscard]] std::filesystem::path state() const { return temporary_ / "state"; }
    [[nodiscard]] std::filesystem::path beside(const std::string& name) const {
        return temporary_ / name;
    }
    [[nodiscard]] Surroundings surroundings() { return {state(), &clock, &random}; }
    [[nodiscard]] Vault open(Access access = Access::write) {
        return Vault(folder(), access, surroundings());
    }
    [[nodiscard]] Findings verify() { return verify_vault(folder(), surroundings()); }

    static Json settings() {
        return {{"time_zone", "Europe/Warsaw"},
                {"locale", "pl-PL"},
                {"salon", {{"name", "Studio Jasmin"}}}};
    }

    /// A case with photo, attachment, a record that was issued, and an addition; then a second
    /// case, closed. Ten events.
    SmallVault& with_cases();
    /// A visit with a photograph, then a case that was opened after it and has that photograph
    /// too. Five events.
    SmallVault& with_visit();

    FakeClock clock;
    CountingRandom random;

  private:
    TemporaryFolder temporary_;
};

inline NewEvent opened(const std::string& number) {
    return {"case.opened",
            number,
            {{"sections", {{"client", {{"client_name", "Anna Przykładowa"}}}}},
             {"locale", "pl-PL"},
             {"title", "Hair"}},
            {},
            "s-1"};
}

/// Opens the next case of 2026 and returns its number.
inline std::string open_case(Vault& vault) {
    std::string number;
    vault.write([&](Writer& writer) {
        number = writer.next_case_number(2026);
        writer.append(opened(number));
    });
    return number;
}

inline void add(Vault& vault, NewEvent event) {
    vault.write([&](Writer& writer) { writer.append(event); });
}

inline void fix_record(Vault& vault, const std::string& number, const std::string& content_hash,
                       int version = 1) {
    const ObjectRef answers = vault.put("{\"answers\":\"" + content_hash + "\"}", "answers");
    add(vault, {"record.fixed",
                number,
                {{"record", "SET-2026-0001"},
                 {"form", "settlement"},
                 {"version", version},
                 {"locale", "pl-PL"},
                 {"content_hash", content_hash},
                 {"copies", 2}},
                {answers},
                "s-1"});
}

/// Returns the checkpoint on its last page.
inline std::string issue_record(Vault& vault, const std::string& number, int version = 1) {
    const std::string checkpoint = vault.signed_checkpoint(vault.size());
    const ObjectRef copy = vault.put("%PDF copy 1 of version " + std::to_string(version), "copy 1");
    add(vault, {"record.issued",
                number,
                {{"record", "SET-2026-0001"}, {"version", version}, {"checkpoint", checkpoint}},
                {copy},
                "s-1"});
    return checkpoint;
}

inline SmallVault& SmallVault::with_cases() {
    Vault vault = open();
    const std::string number = open_case(vault);
    const ObjectRef original = vault.put("original picture", "original");
    const ObjectRef rendition = vault.put("smaller picture", "rendition");
    add(vault, {"photo.added",
                number,
                {{"number", 1}, {"phase", "before"}, {"name", "a.jpg"}},
                {original, rendition},
                "s-1"});
    add(vault, {"attachment.added",
                number,
                {{"number", 1}, {"kind", "receipt"}, {"title", "Receipt"}},
                {vault.put("a receipt", "original")},
                "s-2"});
    fix_record(vault, number, std::string(64, 'a'));
    issue_record(vault, number);
    clock.move(60);
    add(vault, {"case.added", number, {{"sections", {{"client", {{"phone", "000"}}}}}}, {}, "s-1"});
    add(vault, {"note.added", number, {{"text", "a kind from the future"}}, {}, "s-1"});
    const std::string second = open_case(vault);
    add(vault, {"case.closed", second, {{"why", "opened by mistake"}}, {}, "s-1"});
    return *this;
}

inline NewEvent visit_opened(const std::string& number) {
    return {"visit.opened",
            number,
            {{"sections",
              {{"client", {{"client_name", "Anna Przykładowa"}, {"client_id", "K-00071"}}},
               {"treatment", {{"treatment_name", "Balayage"}}}}}},
            {},
            "s-1"};
}

inline SmallVault& SmallVault::with_visit() {
    Vault vault = open();
    const std::vector<ObjectRef> photo = {vault.put("original picture", "original"),
                                          vault.put("smaller picture", "rendition")};
    add(vault, visit_opened("V-2026-0001"));
    add(vault, {"photo.added", "V-2026-0001", {{"number", 1}, {"phase", "after"}}, photo, "s-1"});
    const std::string received = vault.photos("V-2026-0001").at(0).received;
    clock.move(3600);
    NewEvent later = opened("2026-0001");
    later.content["visits"] = {"V-2026-0001"};
    add(vault, later);
    add(vault, {"photo.added",
                "2026-0001",
                {{"number", 1}, {"phase", "after"}, {"visit", "V-2026-0001"}, {"received", received}},
                photo,
                "s-1"});
    return *this;
}

/// No finding above a note.
inline bool is_intact(const Findings& findings) { return worst(findings) < Level::warning; }

inline std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text += to_string(finding.level) + ": " + finding.where + ": " + finding.what + "\n";
    return text;
}

}  // namespace ugoda
