#include "vault/case_events.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "vault/meaning.h"

namespace ugoda {

Error does_not_fit(std::uint64_t seq) {
    return Error(Fault::integrity, event_name(seq), "is not what the index says it is",
                 "run `ugoda verify`, then `ugoda reindex`");
}

bool CaseEvents::for_each(const std::string& case_number, const Visit& visit) {
    const auto opened = opening_of(statements_, case_number);
    if (!opened) return false;
    const Prepared run = statements_.use(
        "SELECT first, first + events FROM case_event WHERE opened = ? ORDER BY first", *opened);
    std::uint64_t place = 0;
    const auto check = [&](const EventOutline& event) {
        if (!event.header.in_case || event.header.in_case->seq != ++place)
            throw does_not_fit(event.header.seq);
        visit(event);
    };
    while (run->executeStep())
        for (std::uint64_t seq = count_in(*run, 0); seq < count_in(*run, 1); ++seq)
            log_.read(seq, check);
    return true;
}

bool CaseEvents::for_each(const std::string& case_number, std::string_view kind,
                          const Visit& visit) {
    return for_each(case_number, [&](const EventOutline& event) {
        if (event.payload && event.header.kind == kind) visit(event);
    });
}

}  // namespace ugoda
