// Every object that an event names is there, with the right bytes; what else lies there is told.
#pragma once

#include "vault/vault_files.h"
#include "vault/verify_log.h"

namespace ugoda {

void verify_objects(const VaultFiles& files, const LogFacts& facts, Report& report,
                    const Progress& progress);

}  // namespace ugoda
