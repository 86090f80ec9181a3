#include "document/markdown.h"

#include <md4c.h>

#include <exception>
#include <optional>
#include <regex>
#include <sstream>
#include <utility>

#include "base/error.h"

namespace ugoda {

namespace {

/// Numbers at the head of a line stay as written: Markdown would count them itself.
/// Blanks at the end of a line, which Markdown takes for a line break, are dropped.
std::string with_numbers_kept(const std::string& text) {
    static const std::regex number(R"(^(\d{1,9})([.)])(?=\s|$))");
    std::istringstream lines(text);
    std::string result;
    bool is_fenced = false;
    for (std::string line; std::getline(lines, line);) {
        line.erase(line.find_last_not_of(" \t\r") + 1);
        if (line.starts_with("```")) is_fenced = !is_fenced;
        result += (is_fenced ? line : std::regex_replace(line, number, "$1\\$2")) + "\n";
    }
    return result;
}

/// The marker that a paragraph's wording begins with, taken off its first run.
std::string take_marker(Runs& runs) {
    static const std::regex marker(
        R"(^(\d+(?:\.\d+)+\.?|\d+\.|(?:Α|Β)\.|[IVX]+\.|\d+\)|\(\d+\)|[a-z]\))(?:\s+|$))");
    std::smatch found;
    if (runs.empty() || !runs.front().field.empty() ||
        !std::regex_search(runs.front().text, found, marker))
        return {};
    const std::string result = found[1];
    runs.front().text = found.suffix();
    return result;
}

class Reader {
  public:
    Reader(const MarkedValues& values, std::string where)
        : values_(values), where_(std::move(where)) {}

    std::vector<MarkdownItem> read(const std::string& text) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return guarded(self, [&](Reader& reader) { reader.enter(type, detail); });
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return guarded(self, [&](Reader& reader) { reader.leave(type); });
        };
        parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
            return guarded(self, [&](Reader& reader) { reader.begin_span(type); });
        };
        parser.leave_span = [](MD_SPANTYPE, void*, void* self) {
            return guarded(self, [&](Reader& reader) { reader.face_ = Face::regular; });
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* self) {
            return guarded(self, [&](Reader& reader) { reader.put(type, {bytes, size}); });
        };
        if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this) != 0) {
            if (failure_) std::rethrow_exception(failure_);
            refuse("it cannot be read as Markdown");
        }
        return std::move(items_);
    }

  private:
    /// md4c is C: an exception must not cross its frames; read() throws it again. It stops at
    /// negative results only.
    template <typename Work>
    static int guarded(void* self, Work work) {
        Reader& reader = *static_cast<Reader*>(self);
        try {
            work(reader);
            return 0;
        } catch (...) {
            reader.failure_ = std::current_exception();
            return -1;
        }
    }

    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(Fault::wording, where_, what,
                    "see templates/README.md for what Markdown may be used");
    }

    void enter(MD_BLOCKTYPE type, void* detail) {
        flush();
        switch (type) {
            case MD_BLOCK_DOC:
            case MD_BLOCK_P:
                break;
            case MD_BLOCK_QUOTE:
                ++indent_;
                break;
            case MD_BLOCK_UL:
                ++indent_;
                break;
            case MD_BLOCK_LI:
                item_ = Item::begun;
                break;
            case MD_BLOCK_H:
                heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_CODE: {
                const auto& info = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info;
                directive_ = Directive{std::string(info.text, info.size), {}};
                if (directive_->name.empty())
                    refuse("a fenced block does not say which directive it is");
                break;
            }
            default:
                refuse("it uses Markdown that a document cannot show");
        }
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_CODE) {
            std::istringstream lines(fenced_);
            for (std::string line; std::getline(lines, line);)
                if (line.find_first_not_of(' ') != std::string::npos)
                    directive_->lines.push_back(line);
            items_.emplace_back(std::move(*directive_));
            directive_.reset();
            fenced_.clear();
            return;
        }
        flush();
        if (type == MD_BLOCK_H) heading_ = 0;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_QUOTE) --indent_;
        if (type == MD_BLOCK_LI) item_ = Item::none;
    }

    void begin_span(MD_SPANTYPE type) {
        if (type != MD_SPAN_EM && type != MD_SPAN_STRONG)
            refuse("it uses a link, a picture or code, which a document cannot show");
        face_ = type == MD_SPAN_EM ? Face::italic : Face::bold;
    }

    void put(MD_TEXTTYPE type, std::string text) {
        if (directive_) {
            fenced_ += text;
            return;
        }
        if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) text = " ";
        if (type == MD_TEXT_ENTITY) refuse("write the character itself instead of " + text);
        if (!runs_.empty() && runs_.back().face == face_)
            runs_.back().text += text;
        else
            runs_.push_back({text, face_, {}, Guard::none, 0});
    }

    /// What has been gathered becomes a block.
    void flush() {
        if (runs_.empty()) return;
        auto parts = values_.parts(std::exchange(runs_, {}), where_);
        if (heading_ > 0) {
            Runs line;
            for (Runs& part : parts) line.insert(line.end(), part.begin(), part.end());
            items_.emplace_back(Block(Heading{heading_, std::move(line)}));
            is_titled_ = is_titled_ || heading_ == 1;
            return;
        }
        if (Paragraph* item = item_ == Item::going_on ? last_paragraph() : nullptr) {
            item->parts.insert(item->parts.end(), parts.begin(), parts.end());
            return;
        }
        Paragraph paragraph;
        paragraph.marker = item_ == Item::begun ? "–" : take_marker(parts.front());
        paragraph.indent = item_ == Item::begun ? indent_ - 1 : indent_;
        paragraph.centred = is_titled_;
        paragraph.parts = std::move(parts);
        items_.emplace_back(Block(std::move(paragraph)));
        if (item_ == Item::begun) item_ = Item::going_on;
    }

    /// Null when something else has been read last.
    [[nodiscard]] Paragraph* last_paragraph() {
        Block* block = items_.empty() ? nullptr : std::get_if<Block>(&items_.back());
        return block == nullptr ? nullptr : std::get_if<Paragraph>(block);
    }

    enum class Item { none, begun, going_on };

    const MarkedValues& values_;
    std::string where_;
    std::exception_ptr failure_;
    std::vector<MarkdownItem> items_;
    std::optional<Directive> directive_;
    std::string fenced_;
    Runs runs_;
    Face face_ = Face::regular;
    int heading_ = 0, indent_ = 0;
    Item item_ = Item::none;
    bool is_titled_ = false;
};

}  // namespace

std::vector<MarkdownItem> markdown_items(const std::string& text, const MarkedValues& values,
                                         const std::string& where) {
    return Reader(values, where).read(with_numbers_kept(text));
}

}  // namespace ugoda
