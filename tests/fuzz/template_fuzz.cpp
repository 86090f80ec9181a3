// A template as a salon may have changed it, and an answer as a client may have given it. What
// stands behind the first form feed is the answer.
#include "base/text.h"
#include "document/compose.h"
#include "fuzz/contract.h"
#include "fuzz/source_files.h"

namespace {

using namespace ugoda;

const Form& small_form() {
    static const Form form = parse_form(
        Json{{"form", "settlement"},
             {"prefix", "SET"},
             {"section", "settlement"},
             {"fields",
              {{{"name", "salon_name"}, {"type", "text"}},
               {{"name", "client_name"}, {"type", "text"}, {"need", "required"}},
               {{"name", "story"}, {"type", "long_text"}},
               {{"name", "sum"}, {"type", "money"}, {"guarded", true}},
               {{"name", "sum_words"}, {"type", "text"}, {"words_of", "sum"}},
               {{"name", "day"}, {"type", "date"}},
               {{"name", "hour"}, {"type", "time"}, {"need", "expected"}},
               {{"name", "method"}, {"type", "choice"}, {"choices", {"transfer", "cash"}}},
               {{"name", "agreed"}, {"type", "boolean"}}}},
             {"derived", {{{"name", "promised"}, {"when", {{"has", "sum"}}}}}}}
            .dump(),
        fuzz::field_types(), "small form");
    return form;
}

Json answers_with(const std::string& answer) {
    return {{"salon_name", "Studio Jasmin"},
            {"client_name", answer},
            {"story", answer},
            {"sum", {{"amount_minor", 50000}, {"currency", "PLN"}}},
            {"day", "2026-03-12"},
            {"method", "cash"},
            {"agreed", true},
            {"promised", true}};
}

void compose_with(std::string wording, const Json& answers) {
    if (!wording.starts_with("<!-- template"))
        wording = "<!-- template settlement pl-PL 1 -->\n<!-- clause PL-S-01 STD -->\n" + wording;
    Composition what{small_form(), answers};
    what.record = "SET-2026-0001";
    (void)compose(wording, fuzz::locale_named("pl-PL"), what);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const auto feed = text.find('\f');
    const std::string answer(feed == std::string_view::npos ? "Anna" : text.substr(feed + 1));
    fuzz::must_end_well([&] {
        const Json answers = answers_with(clean_answer(answer));
        compose_with(std::string(text.substr(0, feed)), answers);
    });
    return 0;
}
