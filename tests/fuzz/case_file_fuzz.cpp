// A case file somebody brings, as JSON and as TOML: read, checked, and asked what the forms ask.
#include "base/json_values.h"
#include "base/toml.h"
#include "fuzz/contract.h"
#include "fuzz/source_files.h"
#include "intake/answers.h"

namespace {

using namespace ugoda;

void ask(const Form& form, const Json& file) {
    Sources sources{file};
    sources.sections["case"] = {{"number", "2026-0001"}};
    sources.sections["record"] = {{"id", "SET-2026-0001"}, {"version", 1}};
    const Json answers = derive(form, assemble(form, sources));
    (void)check(form, answers);
    (void)unused_answers(form, sources);
}

void take(Json file) {
    const std::string canonical = canonical_json(file);
    fuzz::must(canonical_json(parse_json(canonical, "again", {canonical.size() + 1, 200})) ==
               canonical);
    if (!file.is_object()) return;
    file = without_nulls(std::move(file));
    if (worst(check_case_file(file, {"settlement", "reply"})) >= Level::decision) return;
    ask(fuzz::settlement_form(), file);
    ask(fuzz::intake_form(), file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::must_end_well([&] { take(parse_json(text, "case.json")); });
    fuzz::must_end_well([&] { take(parse_toml(text, "case.toml")); });
    return 0;
}
