// `ugoda client list`, and who is meant by a client's number or name. The vault holds no list of
// clients: they are what cases and visits say of theirs.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Cases and visits of one client_id; also those without one, if no other client has that name.
struct Client {
    std::string id;                          ///< may be empty
    std::string name;                        ///< the newest
    std::vector<CaseSummary> visits, cases;  ///< oldest first

    /// Numbers of visits and cases.
    [[nodiscard]] std::vector<std::string> numbers() const;
};

/// By their names. What was erased belongs to nobody.
[[nodiscard]] std::vector<Client> list_clients(const Workplace& workplace);

/// By client_id or by the whole name, capitals and blanks aside. Throws Error(Fault::input) when
/// nobody is meant, or several are: then it names their ids.
[[nodiscard]] Client existing_client(const Vault& vault, const std::string& named);

[[nodiscard]] Json to_json(const Client& client);

}  // namespace ugoda
