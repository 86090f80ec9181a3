#include "workflow/record_life.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "intake/answers.h"
#include "workflow/printer.h"
#include "workflow/record_facts.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_text = 2000;

/// An issued version of a record, in its case, with what has happened to it.
struct Living {
    std::string case_number;
    RecordEntry record;
    RecordFacts facts;
};

struct Named {
    std::string id;
    int version = 0;  ///< 0: the newest
};

Named named(const std::string& text) {
    const auto dash = text.rfind("-v");
    if (dash == std::string::npos) return {text, 0};
    Named name{text.substr(0, dash), 0};
    const auto [end, failed] =
        std::from_chars(text.data() + dash + 2, text.data() + text.size(), name.version);
    if (failed != std::errc() || end != text.data() + text.size() || name.version < 1) return {text, 0};
    return name;
}

[[noreturn]] void refuse(const std::string& record, const std::string& what, const std::string& remedy) {
    throw Error(Fault::input, "record '" + shortened(one_line(record), 40) + "'", what, remedy);
}

Living find(const Vault& vault, const std::string& text) {
    const Named name = named(text);
    const auto number = vault.case_of(name.id);
    if (!number) refuse(text, "is not in this vault", "see ugoda case show for the records of a case");
    Living living{*number, {}, {}};
    bool is_there = false;
    for (RecordEntry& entry : vault.records(*number))
        if (entry.id == name.id && (name.version == 0 || name.version == entry.version)) {
            living.record = std::move(entry);
            is_there = true;
        }
    if (!is_there) refuse(text, "has no such version", "see ugoda case show " + *number);
    if (!living.record.issued_seq)
        refuse(text, "was fixed and never issued", "issue it first: ugoda issue " + living.record.form + ' ' + *number);
    living.facts = facts_of(vault.events(*number), living.record.id, living.record.version);
    if (living.facts.is_void())
        refuse(text, "is void: " + shortened(one_line(text_at(living.facts.voided, "why")), 80), "issue a new version");
    return living;
}

std::string cleaned_text(const std::string& where, const std::string& text) {
    if (count_code_points(text) > longest_text)
        throw Error(Fault::usage, where, "is longer than 2000 characters", "shorten it");
    return clean_answer(text);
}

void put(Json& content, const char* member, const std::string& option, const std::string& text) {
    if (const std::string clean = cleaned_text(option, text); !clean.empty()) content[member] = clean;
}

void require(const std::string& option, const std::string& text, const std::string& what, Findings& findings) {
    if (clean_answer(text).empty())
        findings.push_back({option, "is missing: " + what, "add it", Level::stop});
}

/// When it happened: as stated, else now. Paper cannot be signed before it is there.
std::string moment(const std::string& stated, const Living& living, Instant now, Findings& findings) {
    if (stated.empty()) return to_rfc3339(now);
    constexpr std::int64_t a_minute = 60;  // people leave out the seconds
    const std::string text = with_seconds(stated);
    const auto at = parse_rfc3339(text);
    const auto issued = parse_rfc3339(living.record.issued_time);
    if (!at)
        findings.push_back({"--at", "'" + shortened(one_line(stated), 40) + "' is no moment with its offset",
                            "write it like 2026-03-12T17:30+01:00", Level::stop});
    else if (at->seconds > now.seconds)
        findings.push_back({"--at", "lies ahead", "log it once it has happened", Level::stop});
    else if (issued && at->seconds + a_minute <= issued->seconds)
        findings.push_back({"--at", "is before the record was issued on " + minute_of(living.record.issued_time),
                            "correct it: that paper did not exist yet", Level::stop});
    return text;
}

Json of_record(const Living& living) {
    return {{"case", living.case_number}, {"record", living.record.id}, {"version", living.record.version}};
}

int copies_of(const Living& living) { return static_cast<int>(number_at(living.record.fixed, "copies")); }

void require_copy(int copy, const Living& living, Findings& findings) {
    if (copy < 1 || copy > copies_of(living))
        findings.push_back({"--copy", "there is no copy " + std::to_string(copy),
                            "choose one from 1 to " + std::to_string(copies_of(living)), Level::stop});
}

/// What is to be logged of a record; findings that stop it go into the list.
using Told = std::function<Json(const Living&, Instant, Findings&)>;

void log(Vault& vault, const std::string& text, const char* kind, const Json& content, const std::string& staff) {
    vault.write([&](Writer& writer) {
        const Living living = find(vault, text);  // nobody has made it void meanwhile
        writer.append({kind, living.case_number, content, {}, staff});
    });
}

Findings note_if_replaced(const Vault& vault, const Living& living) {
    int newest = 0;
    for (const RecordEntry& entry : vault.records(living.case_number))
        if (entry.id == living.record.id && entry.issued_seq) newest = entry.version;
    if (newest == living.record.version) return {};
    return {{living.record.id, "has been replaced by version " + std::to_string(newest) + "; this is noted of version " +
                                   std::to_string(living.record.version),
             "see ugoda case show " + living.case_number, Level::warning}};
}

/// Finds the record, asks what is to be logged, and logs it unless something stops that.
LifeOutcome live(const Workplace& workplace, const std::string& text, const char* kind, const Told& told) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const Living living = find(vault, text);
    LifeOutcome outcome{{}, living.record.version, note_if_replaced(vault, living)};
    const Json content = told(living, current_time(vault, workplace), outcome.findings);
    if (worst(outcome.findings) >= Level::decision) return outcome;
    log(vault, text, kind, content, staff);
    outcome.record = living.record.id;
    return outcome;
}

bool was_printed(const Living& living, int copy) {
    return std::any_of(living.facts.printed.begin(), living.facts.printed.end(),
                       [&](const Json& before) { return number_at(before, "copy") == copy; });
}

/// What each copy says is in the vault; it is printed as it was stored.
std::string copy_bytes(const Vault& vault, const Living& living, int copy) {
    const std::string role = "copy " + std::to_string(copy);
    for (const ObjectRef& object : living.record.issued_objects)
        if (object.role == role) return vault.object(object.sha256);
    throw Error(Fault::integrity, living.record.id, "has no " + role, "run ugoda verify");
}

}  // namespace

LifeOutcome print_record(const Workplace& workplace, const std::string& record, const Printing& printing) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const Living living = find(vault, record);
    LifeOutcome outcome{{}, living.record.version, note_if_replaced(vault, living)};
    std::vector<int> copies;
    if (printing.copy != 0) {
        require_copy(printing.copy, living, outcome.findings);
        copies.push_back(printing.copy);
    } else {
        for (int copy = 1; copy <= copies_of(living); ++copy) copies.push_back(copy);
    }
    for (const int copy : copies)
        if (was_printed(living, copy))
            require("--why", printing.why, "copy " + std::to_string(copy) + " was printed before", outcome.findings);
    Json content = of_record(living);
    put(content, "why", "--why", printing.why);
    if (worst(outcome.findings) >= Level::decision) return outcome;
    for (const int copy : copies) {  // each is logged once it is on its way
        const std::string title = living.record.id + ' ' + std::to_string(copy) + '/' + std::to_string(copies_of(living));
        content["copy"] = copy;
        if (const auto printer = print_pdf(copy_bytes(vault, living, copy), title, printing.printer))
            content["printer"] = *printer;
        else
            outcome.findings.push_back({living.record.id, "no printer is set up here; copy " + std::to_string(copy) +
                                                              " is noted as printed elsewhere",
                                        "print the file that issue wrote", Level::note});
        log(vault, record, "record.printed", content, staff);
    }
    outcome.record = living.record.id;
    return outcome;
}

LifeOutcome sign_record(const Workplace& workplace, const std::string& record, const Signature& signature) {
    return live(workplace, record, "record.signed",
                [&](const Living& living, Instant now, Findings& findings) {
        Json content = of_record(living);
        require("--name", signature.name, "somebody signs by name", findings);
        const bool is_refused = signature.how == "refused";
        if (is_refused) {
            require("--why", signature.why, "a refusal is noted with its reason", findings);
            require("--witness", signature.witness, "a refusal is noted with somebody who saw it", findings);
        }
        if (is_for_the_client(signature.role))
            require("--authority", signature.authority, "a " + signature.role + " acts on some authority", findings);
        content["role"] = signature.role;
        content["how"] = signature.how;
        content["at"] = moment(signature.at, living, now, findings);
        put(content, "name", "--name", signature.name);
        put(content, "place", "--place", signature.place);
        put(content, "why", "--why", signature.why);
        put(content, "witness", "--witness", signature.witness);
        put(content, "remarks", "--remarks", signature.remarks);
        put(content, "authority", "--authority", signature.authority);
        if (living.facts.has_signed(signature.role) && !is_refused)
            findings.push_back({living.record.id, "was signed by the " + signature.role + " before",
                                "see ugoda case show " + living.case_number, Level::note});
        return content;
    });
}

LifeOutcome hand_over_record(const Workplace& workplace, const std::string& record, const HandOver& hand_over) {
    return live(workplace, record, "record.handed_over",
                [&](const Living& living, Instant now, Findings& findings) {
        require_copy(hand_over.copy, living, findings);
        require("--to", hand_over.to, "a copy is handed to somebody by name", findings);
        Json content = of_record(living);
        content["copy"] = hand_over.copy;
        content["at"] = moment(hand_over.at, living, now, findings);
        put(content, "to", "--to", hand_over.to);
        if (living.facts.has_got(hand_over.copy))
            findings.push_back({living.record.id, "copy " + std::to_string(hand_over.copy) + " was handed over before",
                                "see ugoda case show " + living.case_number, Level::note});
        return content;
    });
}

LifeOutcome perform_record(const Workplace& workplace, const std::string& record, const Performance& performance) {
    return live(workplace, record, "record.performed",
                [&](const Living& living, Instant now, Findings& findings) {
        const std::string promise = clean_answer(performance.promise);
        const Json promises = list_at(living.record.issued, "promises");
        const bool is_known = std::any_of(promises.begin(), promises.end(), [&](const Json& each) {
            return text_at(each, "id") == promise;
        });
        if (!promise.empty() && !is_known) {
            std::string ids;
            for (const Json& each : promises) ids += (ids.empty() ? "" : ", ") + text_at(each, "id");
            findings.push_back({"--promise", "'" + shortened(one_line(promise), 40) + "' is not promised in this record",
                                ids.empty() ? "it promises nothing by a day: leave --promise out"
                                            : "choose one of: " + ids, Level::stop});
        }
        Json content = of_record(living);
        if (!promise.empty()) content["promise"] = promise;
        content["at"] = moment(performance.at, living, now, findings);
        put(content, "remarks", "--remarks", performance.remarks);
        return content;
    });
}

LifeOutcome void_record(const Workplace& workplace, const std::string& record, const std::string& why) {
    return live(workplace, record, "record.void", [&](const Living& living, Instant, Findings& findings) {
        require("--why", why, "a record is made void for a reason", findings);
        Json content = of_record(living);
        put(content, "why", "--why", why);
        return content;
    });
}

}  // namespace ugoda
