// Lists of rows as tables.
#include <catch2/catch.hpp>

#include "document/composing.h"
#include "base/error.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

Form products_form(const char* need = "optional") {
    return form_from({{{"name", "products"},
                       {"type", "list"},
                       {"need", need},
                       {"columns",
                        {{{"name", "name"}, {"type", "text"}, {"need", "required"}},
                         {{"name", "batch"}, {"type", "text"}, {"need", "expected"}},
                         {{"name", "price"}, {"type", "money"}},
                         {{"name", "kind"}, {"type", "choice"}, {"choices", {"dye", "toner"}}}}}}});
}

Locale labelled() {
    Locale locale = polish();
    locale.labels["fields"].update({{"products", "Produkty"},
                                    {"products.name", "Nazwa"},
                                    {"products.batch", "Partia"},
                                    {"products.price", "Cena"},
                                    {"products.kind", "Rodzaj"}});
    locale.labels["values"]["products.kind"] = {{"dye", "farba"}, {"toner", "toner"}};
    return locale;
}

std::vector<Block> blocks_for(const Json& answers, const Form& form,
                              const std::string& line = "products: name*2 batch price kind") {
    return composed("<!-- clause PL-S-01 STD -->\n```table\n" + line + "\n```\n", answers, form,
                    labelled())
        .blocks;
}

Table table_for(const Json& rows) {
    return std::get<Table>(blocks_for({{"products", rows}}, products_form()).at(0));
}

}  // namespace

TEST_CASE("rows of a list stand under the labels of their columns, each cell as its type prints") {
    const Table table = table_for({{{"name", "Farba *Zmyślona*"},
                                    {"batch", "L1"},
                                    {"kind", "dye"},
                                    {"price", {{"amount_minor", 123450}, {"currency", "PLN"}}}}});
    REQUIRE(table.columns.size() == 4);
    CHECK(table.columns.at(0).title == "Nazwa");
    CHECK(table.columns.at(0).share == 2);
    CHECK(table.columns.at(3).title == "Rodzaj");
    REQUIRE(table.rows.size() == 1);
    CHECK(text_of(table.rows.at(0).at(0)) == "Farba *Zmyślona*");
    CHECK(text_of(table.rows.at(0).at(2)) == "1\u00A0234,50\u00A0zł");
    CHECK(table.rows.at(0).at(2).front().guard == Guard::amount);
    CHECK(text_of(table.rows.at(0).at(3)) == "farba");
}

TEST_CASE("a column that no row fills in is left out, a missing expected cell is a line for the pen") {
    const Table table = table_for({{{"name", "Farba"}, {"batch", "L1"}}, {{"name", "Toner"}}});
    REQUIRE(table.columns.size() == 2);
    CHECK(text_of(table.rows.at(0).at(1)) == "L1");
    CHECK(text_of(table.rows.at(1).at(1)) == "____");
}

TEST_CASE("a row that is a text stands in the first column") {
    const Table table = table_for({"Farba domowa"});
    REQUIRE(table.columns.size() == 1);
    CHECK(text_of(table.rows.at(0).at(0)) == "Farba domowa");
}

TEST_CASE("an absent list is ruled rows when it is expected and nothing when it is optional") {
    CHECK(blocks_for(Json::object(), products_form()).empty());
    const Table table =
        std::get<Table>(blocks_for(Json::object(), products_form("expected")).at(0));
    CHECK(table.columns.size() == 4);
    REQUIRE(table.rows.size() == 3);
    for (const Runs& cell : table.rows.at(0)) CHECK(text_of(cell) == "____");
}

TEST_CASE("an empty list says that there is none") {
    const auto blocks = blocks_for({{"products", Json::array()}}, products_form("expected"));
    const Grid& grid = std::get<Grid>(blocks.at(0));
    CHECK(grid.rows.at(0).label == "Produkty");
    CHECK(text_of(grid.rows.at(0).value.at(0)) == "brak");
}

TEST_CASE("a table of what is no list, an unknown column or a bad width is refused") {
    const Json one{{"products", {"x"}}};
    CHECK_THROWS_AS(blocks_for(one, products_form(), "nothing: name"), Error);
    CHECK_THROWS_AS(blocks_for(one, products_form(), "products"), Error);
    CHECK_THROWS_AS(blocks_for(one, products_form(), "products:"), Error);
    CHECK_THROWS_WITH(blocks_for(one, products_form(), "products: colour"),
                      Catch::Contains("has no column 'colour'"));
    CHECK_THROWS_AS(blocks_for(one, products_form(), "products: name*0"), Error);
    CHECK_THROWS_AS(blocks_for(one, products_form(), "products: name*x"), Error);
}
