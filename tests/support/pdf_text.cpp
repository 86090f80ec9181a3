#include "support/pdf_text.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace ugoda {

std::vector<std::string> pdf_pages(const std::filesystem::path& file) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file.string()));
    if (!document) throw std::runtime_error("not a PDF: " + file.string());
    std::vector<std::string> pages;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        // In the order in which it was drawn: columns side by side stay whole.
        const auto bytes = page->text(poppler::rectf(), poppler::page::raw_order_layout).to_utf8();
        pages.emplace_back(bytes.begin(), bytes.end());
    }
    return pages;
}

std::string without_blanks(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        if (c > 0x20 && c != 0xA0 && c != 0x202F) result.append(text, start, at - start);
    }
    return result;
}

std::string pdf_text(const std::filesystem::path& file) {
    std::string text;
    for (const std::string& page : pdf_pages(file)) text += page;
    return without_blanks(text);
}

}  // namespace ugoda
