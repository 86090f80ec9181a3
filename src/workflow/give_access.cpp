#include "workflow/give_access.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "workflow/access_data.h"
#include "workflow/clients.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

void require_empty(const fs::path& out) {
    std::error_code failed;
    if (is_there(out) && (!fs::is_directory(out, failed) || !fs::is_empty(out, failed)))
        throw Error(Fault::input, one_line(out.string()), "is there already, with something in it", "choose a new folder with --out");
    make_private_folder(out);
}

/// In the words of the salon's language where the forms have them.
class Readable {
  public:
    Readable(const Workplace& workplace, const Json& settings) {
        const fs::path file = own_first(workplace).templates().file(text_at(settings, "locale") + "/labels.json");
        if (is_there(file)) labels_ = parse_json(read_file(file, 4u << 20, Fault::wording), file.string()).value("fields", Json::object());
    }

    /// `  label: value` each, deeper by two blanks.
    void add(const Json& value, std::size_t depth) {
        const std::string indent(2 * depth, ' ');
        for (const auto& member : value.items()) {
            const std::string name = value.is_array() ? "-" : label(member.key());
            if (is_blank(member.value())) continue;
            if (!member.value().is_structured()) {
                line(indent + name + (value.is_array() ? " " : ": ") + shown(member.value()));
                continue;
            }
            line(indent + name + (value.is_array() ? "" : ":"));
            add(member.value(), depth + 1);
        }
    }
    void line(const std::string& text) { text_ += text + "\n"; }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    [[nodiscard]] std::string label(const std::string& key) const {
        const std::string known = text_at(labels_, key);
        return known.empty() ? key : known;
    }
    static std::string shown(const Json& value) { return one_line(value.is_string() ? value.get<std::string>() : value.dump()); }

    Json labels_ = Json::object();
    std::string text_;
};

std::string readable(const Workplace& workplace, const Vault& vault, const Json& data) {
    Readable text(workplace, vault.settings());
    text.line(text_at(data, "client") + " " + text_at(data, "client_id"));
    text.line("");
    for (const Json& each : data.at("files_of")) {
        text.line("== " + text_at(each, "number"));
        text.add(each, 1);
        text.line("");
    }
    text.line("== left out");
    text.add(data.at("left_out"), 1);
    return text.text();
}

void write(const fs::path& file, const std::string& bytes, Given& given) {
    make_private_folder(file.parent_path());
    write_file_durably(file, bytes, 0600);
    ++given.files;
}

}  // namespace

Given give_access(const Workplace& workplace, const std::string& named, const fs::path& out) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const Client client = existing_client(vault, named);
    const std::set<std::string> internal = internal_names(own_first(workplace));
    require_empty(out);
    Given given{client.name, client.numbers(), {}, 0, {}};
    Json data = {{"client", client.name}, {"client_id", client.id}, {"given", to_rfc3339(current_time(vault, workplace))}, {"files_of", Json::array()}};
    for (const std::string& number : given.numbers) {
        AccessData held = access_data(vault, number, internal);
        data["files_of"].push_back(std::move(held.told));
        for (const AccessFile& file : held.files) write(out / file.name, vault.object(file.object), given);
        given.left_out.insert(given.left_out.end(), held.left_out.begin(), held.left_out.end());
    }
    data["left_out"] = given.left_out;
    write(out / "data.json", data.dump(2) + "\n", given);
    write(out / "data.txt", readable(workplace, vault, data), given);
    vault.write([&](Writer& writer) {
        for (const std::string& number : given.numbers)
            writer.append({"access.given", number, {{"case", number}, {"files", given.files}}, {}, staff});
    });
    given.findings.push_back({one_line(out.string()), "what people wrote in their own words was not searched for other persons",
                              "read it before it is handed over", Level::note});
    return given;
}

}  // namespace ugoda
