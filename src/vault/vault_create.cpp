#include <SQLiteCpp/SQLiteCpp.h>

#include "base/error.h"
#include "base/files.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/lock.h"
#include "vault/objects.h"
#include "vault/open_log.h"
#include "vault/schema.h"
#include "vault/vault.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr const char* program = "ugoda " UGODA_VERSION;

/// Takes away what an unfinished `create` made, unless it was told that all is well.
class Scaffold {
  public:
    /// Delegates, so that the destructor also clears up after a folder that was only half made.
    explicit Scaffold(const fs::path& folder) : Scaffold(folder, is_there(folder)) {
        make_private_folder(folder_);
    }
    ~Scaffold() {
        if (is_done_) return;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder_, ignored))
            fs::remove_all(entry.path(), ignored);
        if (!was_there_) fs::remove(folder_, ignored);
    }
    Scaffold(const Scaffold&) = delete;
    Scaffold& operator=(const Scaffold&) = delete;
    void done() { is_done_ = true; }

  private:
    Scaffold(fs::path folder, bool was_there) : folder_(std::move(folder)), was_there_(was_there) {}

    fs::path folder_;
    bool was_there_;
    bool is_done_ = false;
};

void require_free(const fs::path& folder) {
    std::error_code ignored;
    if (!is_there(folder)) {
        if (!fs::is_directory(folder.parent_path(), ignored))
            throw Error(Fault::input, folder.parent_path().string(), "there is no such folder",
                        "make it first, or choose another place for the vault");
        return;
    }
    if (!fs::is_directory(folder, ignored))
        throw Error(Fault::input, folder.string(), "is a file",
                    "choose another place for the vault");
    if (!fs::is_empty(folder, ignored))
        throw Error(Fault::input, folder.string(), "is not empty",
                    "choose an empty or a new folder");
}

/// An absolute path without a slash at its end, so that it has a name and a parent.
fs::path tidy(const fs::path& folder) {
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

NewEvent creation(const OpenLog& log, const ObjectRef& settings, const std::string& staff) {
    return {
        "vault.created",
        std::nullopt,
        {{"vault", log.identity.id}, {"public_key", log.identity.public_key}, {"program", program}},
        {settings},
        staff};
}

}  // namespace

void Vault::create(const fs::path& place, const Json& settings, const std::string& staff,
                   const Surroundings& surroundings, const std::optional<NewSeal>& seal) {
    const VaultFiles files{tidy(place)};
    require_free(files.folder);
    SystemRandom system_random;
    Random& random = surroundings.random != nullptr ? *surroundings.random : system_random;
    const SigningKey key = SigningKey::generate();
    Identity identity{to_hex(std::string_view(random.bytes(16))), {}, {}};
    identity.origin = origin_of(identity.id);
    identity.public_key = verifier_key(identity.origin, key.public_bytes());
    // Read back before anything is made: a setting that TOML cannot hold is found here.
    const Settings made = parse_settings(settings_text(identity, settings), "vault.toml");

    Scaffold scaffold(files.folder);
    const VaultLock lock(files.folder);
    std::error_code ignored;  // one that cannot be made private is told by `verify`
    fs::permissions(files.folder, fs::perms::owner_all, ignored);
    make_private_folder(files.keys());
    make_private_folder(files.objects());
    write_file_durably(files.log_key(), key.pem(), 0600);
    const ObjectStore objects(files);
    const Digest text = objects.put(made.text);
    ObjectRef certificates;
    if (seal) {
        write_seal_files(files, seal->files);
        certificates = {objects.put(seal->files.certificates), seal->files.certificates.size(), ""};
    }

    write_file_durably(files.index(), {}, 0600);
    std::string time_zone = text_at(made.values, "time_zone");
    if (time_zone.empty()) time_zone = "UTC";
    OpenLog log{files, identity, std::move(time_zone), surroundings,
                create_database(files.index()), KeyHistory(Json{{"public_key", identity.public_key}})};
    make_mark_folder(log.second_mark());
    in_storage(files.index().string(), [&] {
        create_log_tables(*log.database);
        create_derived_tables(*log.database);
    });
    log.commit([&](Writer& writer) {
        writer.append(creation(log, {text, made.text.size(), "settings"}, staff));
        if (seal) writer.append(seal_event(*seal, certificates, staff));
    });
    log.settling.get();
    // Last: only with this file is it a vault.
    write_file_durably(files.settings(), made.text, 0600);
    scaffold.done();
}

}  // namespace ugoda
