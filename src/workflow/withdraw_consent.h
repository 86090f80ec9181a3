// `ugoda withdraw`: a client takes a consent back. It counts from that moment; then the consent is
// issued anew with the confirmation of the withdrawal as its last page, and what has to be taken
// down stands in `ugoda due`.
#pragma once

#include <string>

#include "workflow/issue_record.h"

namespace ugoda {

struct Withdrawal {
    std::string consent;  ///< treatment, health_data, photo_documentation, photo_marketing
    std::string how;      ///< a choice of withdrawn_how: in_person, phone, email…
    std::string received_by, at;  ///< empty: the acting staff; now
};

struct Withdrawn {
    std::string record;   ///< CON-2026-0001, that was withdrawn from; empty: nothing was logged, see findings
    Issued confirmation;  ///< its findings are among those below
    Findings findings;
};

/// `named`: a client as `client show` takes it, or a consent's number. Throws Error(Fault::input)
/// when there is no such consent in force. A confirmation that cannot be made is a warning: the
/// withdrawal is logged all the same.
[[nodiscard]] Withdrawn withdraw_consent(const Workplace& workplace, const std::string& named, const Withdrawal& withdrawal,
                                         const std::filesystem::path& out);

}  // namespace ugoda
