// A visit and the complaint that may follow it, for tests: files with photographs beside them.
#pragma once

#include "workflow/salon.h"

namespace ugoda {

inline Json small_visit() {
    return {{"title", "Manicure"},
            {"language", "pl"},
            {"jurisdiction", "PL"},
            {"client", {{"client_name", "Ewa Ó"}, {"client_id", "K-00012"}, {"client_contact", "ewa@klientka.example"}}},
            {"treatment", {{"treatment_name", "Manicure hybrydowy"}, {"visit_start", "2026-05-02T10:00:00+02:00"}}},
            {"client_card", {{"questionnaire_date", "2026-05-02"}, {"allergies", {"akrylany"}}}}};
}

/// Only the complaint: the client and the rest are the visit's.
inline Json small_complaint() {
    return {{"intake", {{"treatment_name", "Manicure"}, {"treatment_date", "2026-05-02"},
                        {"received_at", "2026-05-08T18:40:00+02:00"},
                        {"event_description", "Po czterech dniach trzy paznokcie unoszą się przy skórkach."}}}};
}

class VisitedSalon : public Salon {
  public:
    using Salon::Salon;

    /// Opens a visit from the file and returns its number.
    std::string visit(const Json& file) { return open_visit(place(), file_with("visit.json", file)).number; }
    /// A visit with a photograph and a receipt.
    std::string visit_with_files() {
        photograph("before-1.jpg");
        write_file_durably(path("receipt.txt"), "Paragon 120,00", 0600);
        Json file = small_visit();
        file["photo_sheet"] = {{"photos", {{{"file", "before-1.jpg"}, {"phase", "before"}, {"taken_by", "Oliwia Testowa"}}}}};
        file["evidence"] = {{{"attachment_no", 3}, {"attachment_kind", "receipt"}, {"attachment_title", "Paragon"}, {"file", "receipt.txt"}}};
        return visit(file);
    }
    void photograph(const std::string& name) {
        std::filesystem::copy_file(sample("photographs/" + name), path(name),
                                   std::filesystem::copy_options::overwrite_existing);
    }
    CaseOutcome complain(const Json& file, const std::vector<std::string>& visits = {}) {
        return open_case(place(), file_with("case.json", file), visits);
    }
    [[nodiscard]] CaseEntry entry(const std::string& number) const {
        return open_vault(place(), Access::read).find_case(number).value();
    }
};

inline bool tells(const Findings& findings, const std::string& text) {
    for (const Finding& finding : findings)
        if ((finding.where + ": " + finding.what + "; " + finding.remedy).find(text) != std::string::npos) return true;
    return false;
}

}  // namespace ugoda
