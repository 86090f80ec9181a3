#include "seal/pdf_scan.h"

#include "seal/pdf_tokens.h"

namespace ugoda {

namespace {

class Scanner {
  public:
    explicit Scanner(std::string_view pdf) : pdf_(pdf), tokens_(pdf) {}

    PdfScan scan() {
        for (;;) {
            tokens_.skip_blank();
            scan_.readable = tokens_.at();
            if (tokens_.is_at_end() || !(take_object() || take_section() || take_start())) return std::move(scan_);
        }
    }

  private:
    bool take_object() {
        const std::size_t begin = tokens_.at();
        const auto number = tokens_.take_number(), generation = tokens_.take_number();
        if (!number || !generation || !tokens_.take("obj")) return back_to(begin);
        const auto value = tokens_.take_value();
        if (!value) return back_to(begin);
        const bool is_stream = value->starts_with("<<") && tokens_.take("stream");
        if ((is_stream && !skip_stream(*value)) || !tokens_.take("endobj")) return back_to(begin);
        scan_.objects.push_back({*number, begin, *value, is_stream});
        return true;
    }

    /// To behind `endstream`: as far on as /Length says, if that is so, else to the next one.
    bool skip_stream(std::string_view dictionary) {
        const std::size_t begin = tokens_.at();
        const auto entries = dictionary_in(dictionary);
        if (!entries) return false;
        if (const auto length = entries->find("Length"); length != entries->end()) {
            PdfTokens words(length->second);
            const auto bytes = words.take_number();
            const std::size_t line_end = pdf_.substr(begin).starts_with("\r\n") ? 2 : 1;
            if (bytes && words.is_at_end() && *bytes <= pdf_.size() && begin + line_end + *bytes <= pdf_.size()) {
                tokens_.move_to(begin + line_end + static_cast<std::size_t>(*bytes));
                if (tokens_.take("endstream")) return true;
            }
        }
        const std::size_t end = pdf_.find("endstream", begin);
        if (end == std::string_view::npos) return false;
        tokens_.move_to(end);
        return tokens_.take("endstream");
    }

    bool take_section() {
        PdfSection section;
        section.begin = tokens_.at();
        if (!tokens_.take("xref")) return false;
        while (!tokens_.take("trailer"))
            if (!take_entries(section)) return back_to(section.begin);
        const auto trailer = tokens_.take_value();
        const auto starts_at = trailer && tokens_.take("startxref") ? tokens_.take_number() : std::nullopt;
        if (!starts_at) return back_to(section.begin);
        section.trailer = *trailer;
        section.starts_at = static_cast<std::size_t>(*starts_at);
        section.end = tokens_.at();
        scan_.sections.push_back(std::move(section));
        return true;
    }

    bool take_entries(PdfSection& section) {
        const auto first = tokens_.take_number(), count = tokens_.take_number();
        if (!first || !count) return false;
        for (std::uint64_t i = 0; i < *count; ++i) {
            const auto begin = tokens_.take_number(), generation = tokens_.take_number();
            const bool is_used = begin && generation && tokens_.take("n");
            if (!begin || !generation || (!is_used && !tokens_.take("f"))) return false;
            if (is_used || *first + i != 0) section.entries.push_back({*first + i, is_used ? static_cast<std::size_t>(*begin) : 0});
        }
        return true;
    }

    /// Of a file whose cross-references are a stream.
    bool take_start() { return tokens_.take("startxref") && tokens_.take_number(); }

    bool back_to(std::size_t at) {
        tokens_.move_to(at);
        return false;
    }

    std::string_view pdf_;
    PdfTokens tokens_;
    PdfScan scan_;
};

}  // namespace

PdfScan scan_pdf(std::string_view pdf) { return Scanner(pdf).scan(); }

}  // namespace ugoda
