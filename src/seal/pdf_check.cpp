#include "seal/pdf_check.h"

#include <algorithm>
#include <map>

#include "base/clock.h"
#include "seal/der.h"
#include "seal/pdf_scan.h"
#include "seal/pdf_tokens.h"
#include "seal/xmp.h"

namespace ugoda {

namespace {

constexpr std::size_t most_seals = 16;

/// A signature's dictionary, and where the string in it stands that no signature is over.
struct Place {
    std::map<std::string, std::string_view> entries;
    std::size_t hole_begin = 0, hole_end = 0;
};

std::vector<Place> places_in(std::string_view pdf, const PdfScan& scan) {
    std::vector<Place> places;
    for (const PdfObject& object : scan.objects) {
        if (object.is_stream || object.value.find("/ByteRange") == std::string_view::npos) continue;
        auto entries = dictionary_in(object.value);
        if (!entries || !entries->contains("ByteRange")) continue;
        const std::string_view contents = (*entries)["Contents"];
        const std::size_t begin = contents.empty() ? 0 : static_cast<std::size_t>(contents.data() - pdf.data());
        places.push_back({std::move(*entries), begin, begin + contents.size()});
    }
    return places;
}

/// Where its range ends; nothing when it does not begin at 0 and leave out exactly the hole.
std::optional<std::size_t> end_of_range(const Place& place, std::size_t size) {
    PdfTokens words(place.entries.at("ByteRange"));
    if (!words.take("[")) return std::nullopt;
    std::vector<std::size_t> numbers;
    while (const auto number = words.take_number()) numbers.push_back(static_cast<std::size_t>(*number));
    if (!words.take("]") || numbers.size() != 4) return std::nullopt;
    const bool leaves_hole = numbers[0] == 0 && place.hole_begin > 0 && numbers[1] == place.hole_begin && numbers[2] == place.hole_end;
    if (!leaves_hole || numbers[3] > size || numbers[2] + numbers[3] > size) return std::nullopt;
    return numbers[2] + numbers[3];
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The signature in a hexadecimal string, whose digits beyond it are zeros; nothing when there is
/// anything else, or letters of both cases.
std::optional<std::string> signature_in(std::string_view contents) {
    if (contents.size() < 2 || contents.size() % 2 != 0 || contents.front() != '<' || contents.back() != '>') return std::nullopt;
    std::string bytes;
    bool has_small = false, has_large = false;
    for (std::size_t at = 1; at + 1 < contents.size(); at += 2) {
        const int high = digit(contents[at]), low = digit(contents[at + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        for (const char c : contents.substr(at, 2)) (c >= 'a' ? has_small : has_large) |= c >= 'A';
        bytes += static_cast<char>(high << 4 | low);
    }
    std::string_view rest = bytes;
    const auto part = take_der(rest);
    if (!part || (has_small && has_large) || rest.find_first_not_of('\0') != std::string_view::npos) return std::nullopt;
    return std::string(part->whole);
}

class Check {
  public:
    explicit Check(std::string_view pdf) : pdf_(pdf), scan_(scan_pdf(pdf)) {}

    PdfCheck run() {
        std::vector<Place> places = places_in(pdf_, scan_);
        if (places.empty()) tell("the file", "is not sealed: there is no signature in it");
        if (places.size() > most_seals) tell("the file", "has more signatures than anybody needs; only the first are looked at");
        places.resize(std::min(places.size(), most_seals));
        for (const Place& place : places) add_seal(place);
        std::sort(found_.seals.begin(), found_.seals.end(), [](const SealFound& a, const SealFound& b) { return a.covers < b.covers; });
        for (std::size_t i = 0; i < found_.seals.size(); ++i) judge(found_.seals[i], name_of(i));
        add_revisions();
        if (scan_.readable < pdf_.size())
            tell("the file", "makes no sense from byte " + std::to_string(scan_.readable) + " on");
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::string name_of(std::size_t seal) const { return "signature " + std::to_string(seal + 1); }

    void tell(const std::string& where, const std::string& what, Level level = Level::warning) {
        found_.findings.push_back({where, what, level == Level::note ? "" : "trust a copy from the other party, or the salon's vault", level});
    }

    void add_seal(const Place& place) {
        const std::string where = "the signature at byte " + std::to_string(place.hole_begin);
        const auto contents = place.entries.find("Contents");
        const auto signature = contents == place.entries.end() ? std::nullopt : signature_in(contents->second);
        const auto end = end_of_range(place, pdf_.size());
        if (!end) return tell(where, "is not over the whole file up to its own end, but for itself");
        if (!signature) return tell(where, "is not one signature and zeros behind it");
        SealFound seal{*end, "", check_cms(*signature, pdf_.substr(0, place.hole_begin), pdf_.substr(place.hole_end, *end - place.hole_end))};
        const auto moment = place.entries.find("M");
        if (moment != place.entries.end() && moment->second.starts_with("(") && moment->second.ends_with(")"))
            seal.moment = xmp_date(std::string(moment->second.substr(1, moment->second.size() - 2)));
        if (!parse_rfc3339(seal.moment)) seal.moment.clear();
        found_.seals.push_back(std::move(seal));
    }

    void judge(const SealFound& seal, const std::string& where) {
        if (!seal.cms.wrong.empty()) tell(where, seal.cms.wrong);
        if (seal.cms.stamp && !seal.cms.stamp->wrong.empty()) tell(where, "the timestamp in it " + seal.cms.stamp->wrong);
        if (seal.cms.certificates.empty()) return;
        const CertificateFacts& certificate = seal.cms.certificates.front();
        const bool is_stamped = seal.cms.stamp && seal.cms.stamp->wrong.empty();
        const auto moment = parse_rfc3339(is_stamped ? seal.cms.stamp->moment : seal.moment);
        if (moment && moment->seconds > certificate.until) tell(where, "was made after its certificate had expired");
        if (moment && moment->seconds < certificate.from) tell(where, "was made before its certificate was in force", Level::note);
    }

    void add_revisions() {
        if (found_.seals.empty()) return;
        for (std::size_t i = 0; i < found_.seals.size(); ++i) {
            const std::size_t begin = found_.seals[i].covers;
            const bool is_last = i + 1 == found_.seals.size();
            const std::size_t end = is_last ? pdf_.size() : found_.seals[i + 1].covers;
            if (begin == end && is_last) return;
            found_.revisions.push_back(read_revision(pdf_, scan_, begin, end));
            judge(found_.revisions.back(), name_of(i), !is_last);
        }
    }

    void judge(const RevisionFound& revision, const std::string& after, bool is_signed) {
        const std::string bytes = std::to_string(revision.end - revision.begin) + " bytes were appended after it";
        std::string what = "; what they change cannot be told";
        if (revision.is_plain) what = ": objects changed:" + listed(revision.changed) + ", added:" + listed(revision.added);
        const bool is_allowed = is_signed && revision.only_signs;
        if (!is_signed) what += "; no signature is over them";
        if (is_signed && !revision.only_signs) what += "; they do more than sign";
        tell(after, bytes + what, is_allowed ? Level::note : Level::warning);
    }

    static std::string listed(const std::vector<std::uint64_t>& numbers) {
        constexpr std::size_t most = 20;
        std::string list;
        for (std::size_t i = 0; i < std::min(numbers.size(), most); ++i) list += ' ' + std::to_string(numbers[i]);
        if (numbers.size() > most) list += " and " + std::to_string(numbers.size() - most) + " more";
        return list.empty() ? " none" : list;
    }

    std::string_view pdf_;
    PdfScan scan_;
    PdfCheck found_;
};

}  // namespace

PdfCheck check_pdf(std::string_view pdf) { return Check(pdf).run(); }

}  // namespace ugoda
