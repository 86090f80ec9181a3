// What Greek asks of the wording's grammar and of the lines it is printed in.
#include <catch2/catch.hpp>

#include "document/composing.h"
#include "document/typography.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Locale& greek() {
    static const Locale locale = load_locale(source_dir / "templates", "el-GR");
    return locale;
}

std::string tied(const std::string& text) {
    std::string result = tidied(text, greek());
    for (auto at = result.find("\u00A0"); at != std::string::npos; at = result.find("\u00A0", at))
        result.replace(at, 2, "~");
    return result;
}

std::string lines(const std::string& text, const Json& answers = Json::object()) {
    return lines_of(
        composed("<!-- clause EL-S-01 STD -->\n" + text + "\n", answers, small_form(), greek()));
}

Field field_of(FieldType type) {
    Field field;
    field.name = "day";
    field.type = type;
    return field;
}

}  // namespace

TEST_CASE("Greek dates are written with strokes") {
    CHECK(value_text(field_of(FieldType::date), "2026-03-12", greek()) == "12/03/2026");
    CHECK(value_text(field_of(FieldType::datetime), "2026-03-02T09:05:00+02:00", greek()) ==
          "02/03/2026, 09:05");
    CHECK(value_text(field_of(FieldType::decimal), 12.5, greek()) == "12,5");
}

TEST_CASE("a Greek list has the raised point: the semicolon would ask a question") {
    CHECK(value_text(field_of(FieldType::list), {"ένα", "δύο"}, greek()) == "ένα· δύο");
    CHECK(value_text(field_of(FieldType::list), {"jeden", "dwa"}, polish()) == "jeden; dwa");
}

TEST_CASE("Greek articles and abbreviations do not end a line") {
    CHECK(tied("ο Πελάτης ή η Επιχείρηση") == "ο~Πελάτης ή~η~Επιχείρηση");
    CHECK(tied("Ο Πελάτης") == "Ο~Πελάτης");
    CHECK(tied("συνημμένο αριθ. 4") == "συνημμένο αριθ.~4");
    CHECK(tied("άρθρο 6 παρ. 1 στοιχ. β΄ ΓΚΠΔ") == "άρθρο~6 παρ.~1 στοιχ.~β΄ ΓΚΠΔ");
    CHECK(tied("τους όρους 8 και 9") == "τους όρους~8 και 9");
    CHECK(tied("871 επ. του") == "871~επ. του");
    CHECK(tied("όρους και όρια") == "όρους και όρια");
}

TEST_CASE("a Greek postal code stays whole, other figures may part") {
    CHECK(tied("Οδός 7, 000 07 Πόλη") == "Οδός~7, 000~07 Πόλη");
    CHECK(tied("+30 000 0000714") == "+30 000 0000714");
    CHECK(tidied("ul. 7, 000 07", polish()) == "ul.\u00A07, 000 07");
}

TEST_CASE("Greek letters and numbers with a point at the end hang before their paragraph") {
    CHECK(lines("Α. Επιχείρηση\n\nΒ. Πελάτης") == "[Α.] Επιχείρηση\n[Β.] Πελάτης");
    CHECK(lines("1.2. Ακριβής περιγραφή") == "[1.2.] Ακριβής περιγραφή");
    CHECK(lines("{{client_name}}", {{"client_name", "Α. Ανύπαρκτος"}}) == "Α.~Ανύπαρκτος");
}

TEST_CASE("an answer's full stop goes before a raised point") {
    CHECK(lines("{{client_name}}· αριθμός", {{"client_name", "τέλος."}}) == "τέλος· αριθμός");
}
