#include "vault/settings.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"

using namespace ugoda;

namespace {

void edit(const SmallVault& small, const std::string& from, const std::string& to) {
    std::string text = read_all(small.folder() / "vault.toml");
    REQUIRE(text.find(from) != std::string::npos);
    overwrite(small.folder() / "vault.toml", text.replace(text.find(from), from.size(), to));
}

}  // namespace

TEST_CASE("an edit counts at once, is told until it is accepted, and then is the log's") {
    SmallVault small;
    edit(small, "Studio Jasmin", "Studio Mimoza");
    CHECK(small.open(Access::read).settings().at("salon").at("name") == "Studio Mimoza");
    CHECK_THAT(told(small.verify()), Catch::Contains("was edited since"));
    Vault vault = small.open();
    CHECK(accept_settings(vault, "s-1"));
    CHECK(told(small.verify()) == "");
    CHECK_THAT(vault.object(vault.accepted_settings()), Catch::Contains("Studio Mimoza"));
    CHECK_FALSE(accept_settings(vault, "s-1"));
    CHECK(vault.size() == 2);
}

TEST_CASE("an edit that is no TOML is refused with its line") {
    SmallVault small;
    Vault vault = small.open();
    edit(small, "locale = ", "locale ");
    CHECK_THROWS_WITH(accept_settings(vault, "s-1"), Catch::Contains("line "));
    CHECK_THROWS_WITH(small.open(Access::read), Catch::Contains("line "));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("what names the vault cannot be edited") {
    for (const char* digit : {"id = \"", "origin = \"ugoda/", "public_key = \"ugoda/"}) {
        SmallVault small;
        Vault vault = small.open();
        edit(small, digit, digit + std::string("0"));
        CHECK_THROWS_AS(accept_settings(vault, "s-1"), Error);
        CHECK_FALSE(is_intact(small.verify()));
    }
}

TEST_CASE("an identity that is whole but another vault's is refused") {
    SmallVault small;
    Vault::create(small.beside("other"), SmallVault::settings(), "s-1", small.surroundings());
    overwrite(small.folder() / "vault.toml", read_all(small.beside("other") / "vault.toml"));
    CHECK_THROWS_AS(small.open(), Error);
    CHECK_FALSE(is_intact(small.verify()));
}
