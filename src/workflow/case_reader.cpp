#include "workflow/case_reader.h"

#include "base/error.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "base/toml.h"

namespace ugoda {

namespace fs = std::filesystem;

Json read_case_file(const fs::path& file) {
    const std::string text = read_file(file, case_file_limits.bytes, Fault::input);
    const std::string where = one_line(file.string());
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(Fault::input, where, "is empty", "bring the file itself");
    Json value = file.extension() == ".toml" ? parse_toml(text, where, case_file_limits)
                                             : parse_json(text, where, case_file_limits);
    if (!value.is_object())
        throw Error(Fault::input, where, "holds no named values", "write it like {\"client\": {…}, \"intake\": {…}}");
    // A number of five characters may need twenty when it is written out.
    if (canonical_json(value).size() > 2 * case_file_limits.bytes)
        throw Error(Fault::input, where, "holds too many large numbers", "write them as text");
    return without_nulls(std::move(value));
}

Findings check_salon(const Json& file, const Json& settings) {
    Findings findings;
    const Json theirs = file.value("salon", Json::object());
    const Json ours = settings.value("salon", Json::object());
    for (const char* field : {"salon_name", "salon_tax_id"}) {
        const std::string named = text_at(theirs, field);
        if (!named.empty() && folded(named) != folded(text_at(ours, field)))
            findings.push_back({std::string("salon.") + field,
                                "the file is another salon's ('" + one_line(named) + "')",
                                "use that salon's vault, or take the salon section out of the file",
                                Level::stop});
    }
    return findings;
}

fs::path beside(const fs::path& case_file, const std::string& named) {
    const fs::path folder = fs::absolute(case_file).parent_path();
    const fs::path file = folder / named;
    if (one_line(named) != named)
        throw Error(Fault::input, one_line(named), "is not the name of a file", "rename the file, with letters and digits only");
    if (fs::path(named).is_absolute() || !is_inside(file, folder))
        throw Error(Fault::input, one_line(named), "lies outside the case file's folder",
                    "move it beside the case file and name it from there");
    return file;
}

}  // namespace ugoda
