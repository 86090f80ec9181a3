// Accepting an edited vault.toml: from then on it is what the log says the settings are.
#pragma once

#include <string>
#include <vector>

#include "vault/vault.h"

namespace ugoda {

/// Logs the text of vault.toml as it is now, and the objects `named` in it. False when it is the accepted one already.
/// Throws Error(Fault::storage) when it is not sound, Error(Fault::integrity) when what names
/// the vault was edited.
bool accept_settings(Vault& vault, const std::string& staff, const std::vector<ObjectRef>& named = {});

}  // namespace ugoda
