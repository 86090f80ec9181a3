#include "intake/promises.h"

#include <catch2/catch.hpp>

#include "intake/answers.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

Json promised(const std::string& form, const Json& answers) {
    return promises_of(form_named(form), derive(form_named(form), answers));
}

Json zloty(int minor) { return {{"amount_minor", minor}, {"currency", "PLN"}}; }

}  // namespace

TEST_CASE("a settlement promises what its variant does, until the agreed day") {
    Json answers = {{"variant", "AB"},
                    {"remedy_description", "Toner for the strands at the face"},
                    {"remedy_performed_by", "Oliwia Testowa"},
                    {"remedy_deadline", "2026-03-20"},
                    {"refund_amount", zloty(48005)},
                    {"payment_deadline", "2026-03-19"}};
    CHECK(promised("settlement", answers) ==
          Json::parse(R"([{"id":"remedy","what":"Toner for the strands at the face","who":"Oliwia Testowa","until":"2026-03-20"},
                          {"id":"refund","what":"pay the refund: 480.05 PLN","until":"2026-03-19"}])"));
    answers["variant"] = "C_payment_no_admission";
    answers["amount_figures"] = zloty(5);
    CHECK(promised("settlement", answers) ==
          Json::parse(R"([{"id":"payment","what":"pay the agreed sum: 0.05 PLN","until":"2026-03-19"}])"));
}

TEST_CASE("a remedy without a day is promised all the same") {
    const Json promises = promised("settlement", {{"variant", "A_remedy"}, {"remedy_description", "A new pair of lashes"}});
    CHECK(promises == Json::parse(R"([{"id":"remedy","what":"A new pair of lashes"}])"));
}

TEST_CASE("each row of a list is a promise of its own, unless it is done or says nothing") {
    const Json answers = {{"actions",
                           {{{"action", "Train on toners"}, {"owner", "Ola"}, {"due", "2026-04-30"}},
                            {{"action", "Throw the batch out"}, {"due", "2026-04-01"}, {"done_at", "2026-03-30"}},
                            {{"owner", "Ola"}},
                            "Ask the supplier"}},
                          {"effectiveness_check_due", "2026-06-30"}};
    CHECK(promised("corrective_action", answers) ==
          Json::parse(R"([{"id":"actions[1]","what":"Train on toners","who":"Ola","until":"2026-04-30"},
                          {"id":"actions[4]","what":"Ask the supplier"},
                          {"id":"effect","what":"check whether the actions worked","until":"2026-06-30"}])"));
}

TEST_CASE("a reply meets the deadline of the acknowledgement too, and a withdrawal is met once something was done") {
    CHECK(deadlines_met(form_named("ack"), Json::object()) == Json({"acknowledgement", "data_complaint"}));
    const Json reply = deadlines_met(form_named("reply"), Json::object());
    CHECK(std::count(reply.begin(), reply.end(), Json("reply")) == 1);
    CHECK(std::count(reply.begin(), reply.end(), Json("acknowledgement")) == 1);
    const Form consent = form_named("consent");
    CHECK(deadlines_met(consent, {{"withdrawn_at", "2026-03-03T09:20:00+01:00"}}).empty());
    CHECK(deadlines_met(consent, {{"withdrawn_at", "2026-03-03T09:20:00+01:00"}, {"withdrawal_actions", "taken down"}}) ==
          Json({"withdrawal"}));
}
