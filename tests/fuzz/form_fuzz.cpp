// A form as a salon may have changed it: read, and then asked of a real case.
#include "fuzz/contract.h"
#include "fuzz/source_files.h"
#include "intake/answers.h"
#include "intake/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    fuzz::must_end_well([&] {
        const Form form =
            parse_form(std::string(fuzz::text_of(data, size)), fuzz::field_types(), "form.json");
        const Sources sources{fuzz::sample_file()};
        const Json answers = derive(form, assemble(form, sources));
        (void)check(form, answers);
        (void)promises_of(form, answers);
        (void)deadlines_met(form, answers);
        (void)unused_answers(form, sources);
    });
    return 0;
}
