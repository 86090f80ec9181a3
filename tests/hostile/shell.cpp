#include "hostile/shell.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "cli/program.h"

namespace ugoda::test {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest = 1u << 28;

Outcome run_with(Words words, const Surroundings& surroundings) {
    std::ostringstream out, err;
    const int code = run_program(std::move(words), out, err, surroundings);
    return {code, out.str(), err.str()};
}

/// Made once; every shell has a copy.
const fs::path& prepared() {
    static const TemporaryFolder folder;
    static const fs::path made = [] {
        const FakeClock clock{{4083645600, 120}};
        const Surroundings surroundings{folder / "state/ugoda", &clock, nullptr};
        const fs::path file = folder / "case.json";
        write_file_durably(file, sample_case("pl-hair.json").dump(), 0600);
        REQUIRE(
            run_with({"init", folder / "vault", "--salon", sample("salon-pl.toml")}, surroundings)
                .code == 0);
        REQUIRE(run_with({"--vault", folder / "vault", "case", "open", file}, surroundings).code ==
                0);
        return folder.path();
    }();
    return made;
}

std::size_t parts_of(const std::string& line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ':'));
}

}  // namespace

Snapshot snapshot_of(const fs::path& folder) {
    Snapshot snapshot;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        snapshot[entry.path().string()] = entry.is_regular_file()
                                              ? read_file(entry.path(), largest, Fault::internal)
                                              : std::string();
    return snapshot;
}

Shell::Shell() {
    fs::copy(prepared() / "vault", folder_ / "vault", fs::copy_options::recursive);
    fs::copy(prepared() / "state", folder_ / "state", fs::copy_options::recursive);
    fs::create_directory(folder_ / "out");
}

Outcome Shell::run(Words words) { return run_with(std::move(words), {state(), &clock, nullptr}); }

Outcome Shell::in_vault(Words words) {
    words.insert(words.begin(), {"--vault", vault()});
    return run(std::move(words));
}

void Shell::refuses(const Words& words, int code, const std::string& says) {
    const Snapshot before = snapshot_of(vault());
    const Outcome outcome = in_vault(words);
    INFO(shortened(one_line(Catch::StringMaker<Words>::convert(words)), 300));
    CHECK(outcome.code == code);
    CHECK(outcome.out.empty());
    check_clear(outcome.err);
    CHECK_THAT(outcome.err, Catch::Contains(says));
    CHECK(snapshot_of(vault()) == before);
}

std::uint64_t Shell::check_intact() {
    const Outcome outcome = in_vault({"verify", "--json"});
    INFO(outcome.out);
    CHECK(outcome.code == 0);
    const Json report = parse_json(outcome.out, "verify");
    CHECK(report.at("intact") == true);
    return report.at("events").get<std::uint64_t>();
}

void Shell::check_intact(std::uint64_t events) { CHECK(check_intact() == events + 1); }

std::string Shell::file(const std::string& name, const std::string& bytes) const {
    const fs::path path = folder_ / name;
    write_file_durably(path, bytes, 0600);
    return path;
}

void check_clear(const std::string& lines) {
    CHECK_FALSE(lines.empty());
    std::istringstream stream(lines);
    for (std::string line; std::getline(stream, line);) {
        INFO("line: " << one_line(line));
        CHECK(line.starts_with("ugoda: "));
        CHECK(parts_of(line) >= 2);
        CHECK(line.find("; ") != std::string::npos);
        CHECK(one_line(line) == line);
        CHECK(count_code_points(line) <= 2000);
        CHECK(line.find("report this") == std::string::npos);
    }
}

std::string sample(const std::string& name) {
    return std::string(UGODA_SOURCE_DIR) + "/samples/" + name;
}

Json sample_case(const std::string& name) {
    Json file = parse_json(read_file(sample(name), largest, Fault::input), name);
    file.erase("photo_sheet");
    file.erase("evidence");
    file["settlement"].erase("attachments");
    file["settlement"].erase("medical_attachment_no");
    return file;
}

}  // namespace ugoda::test
