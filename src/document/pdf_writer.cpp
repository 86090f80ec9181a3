#include "document/pdf_writer.h"

#include <hpdf.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <set>
#include <string_view>
#include <type_traits>

#include "base/error.h"
#include "base/handle.h"
#include "base/text.h"
#include "document/pdf_widths.h"

namespace ugoda {

namespace {

using Document = Handle<std::remove_pointer_t<HPDF_Doc>, HPDF_Free>;

constexpr double page_height_mm = 297, page_width_mm = 210;

float points(double mm) { return static_cast<float>(mm * 72 / 25.4); }
float upwards(double y_mm) { return points(page_height_mm - y_mm); }

// libharu is C: an exception must not cross its frames. The handler only remembers the
// first refusal; `check` throws once we are back in C++.
struct Refusal {
    HPDF_STATUS code = HPDF_OK, detail = HPDF_OK;
};

void remember(HPDF_STATUS code, HPDF_STATUS detail, void* into) {
    auto& first = *static_cast<Refusal*>(into);
    if (first.code == HPDF_OK) first = {code, detail};
}

HPDF_Date date_of(Instant instant) {
    using namespace std::chrono;
    const sys_seconds local{seconds{instant.seconds + instant.offset_minutes * 60}};
    const auto day = floor<days>(local);
    const year_month_day date{day};
    const hh_mm_ss time{local - day};
    const int offset = std::abs(instant.offset_minutes);
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count()),
            instant.offset_minutes < 0 ? '-' : '+',
            offset / 60,
            offset % 60};
}

/// Bytes up to and with the first blank; all, when there is none.
std::size_t past_blank(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00A0";
    const std::size_t space = text.find(' '), fixed = text.find(no_break_space);
    if (space == std::string_view::npos && fixed == std::string_view::npos) return text.size();
    return space < fixed ? space + 1 : fixed + no_break_space.size();
}

class Writer {
  public:
    Writer(const FontSet& fonts, const std::vector<std::string>& images)
        : fonts_(fonts),
          images_(images),
          document_(HPDF_NewEx(remember, nullptr, nullptr, 0, &refusal_)),
          loaded_images_(images.size(), nullptr) {
        if (!document_) refuse("beginning a document");
        // Compression first: a font fetched before it is written out raw.
        HPDF_SetCompressionMode(document_.get(), HPDF_COMP_ALL);
        HPDF_UseUTFEncodings(document_.get());
        HPDF_SetCurrentEncoder(document_.get(), "UTF-8");
        check("preparing the document");
    }

    void describe(const DocumentInfo& info) {
        HPDF_SetInfoAttr(document_.get(), HPDF_INFO_TITLE, info.title.c_str());
        if (!info.author.empty())
            HPDF_SetInfoAttr(document_.get(), HPDF_INFO_AUTHOR, info.author.c_str());
        if (!info.subject.empty())
            HPDF_SetInfoAttr(document_.get(), HPDF_INFO_SUBJECT, info.subject.c_str());
        HPDF_SetInfoAttr(document_.get(), HPDF_INFO_CREATOR, "Ugoda");
        HPDF_SetInfoDateAttr(document_.get(), HPDF_INFO_CREATION_DATE, date_of(info.created));
        check("describing the document");
    }

    void add(const Page& page) {
        page_ = HPDF_AddPage(document_.get());
        check("adding a page");
        HPDF_Page_SetWidth(page_, points(page_width_mm));
        HPDF_Page_SetHeight(page_, points(page_height_mm));
        for (const Mark& mark : page.marks) std::visit([this](const auto& m) { draw(m); }, mark);
        check("drawing a page");
    }

    /// Saves with `spares` glyphs more in each font than are drawn. False: libharu stumbled
    /// over the length of a font (see write_pdf); anything else it refuses is thrown.
    [[nodiscard]] bool save(std::size_t spares) {
        for (std::size_t i = 0; i < loaded_fonts_.size(); ++i) {
            if (!loaded_fonts_[i]) continue;
            list_widths(loaded_fonts_[i], used_[i]);
            embed_more(loaded_fonts_[i], used_[i], spares);
        }
        check("listing widths");
        HPDF_SaveToStream(document_.get());
        if (refusal_.code == HPDF_INVALID_OBJECT) return false;
        check("saving the document");
        return true;
    }

    [[nodiscard]] std::string bytes() {
        HPDF_ResetStream(document_.get());
        HPDF_UINT32 size = HPDF_GetStreamSize(document_.get());
        std::string bytes(size, '\0');
        HPDF_ReadFromStream(document_.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
        check("reading the document back");
        bytes.resize(size);
        return bytes;
    }

  private:
    void check(const char* doing) const {
        if (refusal_.code != HPDF_OK) refuse(doing);
    }

    [[noreturn]] void refuse(const char* doing) const {
        char text[96];
        std::snprintf(text, sizeof text, "libharu refused while %s (code %04lX, detail %lu)", doing,
                      refusal_.code, refusal_.detail);
        throw Error(Fault::internal, "PDF", text, "report this with the record's answers");
    }

    /// Loading takes a millisecond and a half: only what is used.
    HPDF_Font font(FontId id) {
        HPDF_Font& font = loaded_fonts_[static_cast<std::size_t>(id)];
        if (!font) {
            const std::string file = fonts_.file(id).string();
            const char* name = HPDF_LoadTTFontFromFile(document_.get(), file.c_str(), HPDF_TRUE);
            check("loading a font");
            font = HPDF_GetFont(document_.get(), name, "UTF-8");
            check("fetching a font");
        }
        return font;
    }

    HPDF_Image image(std::size_t index) {
        if (index >= images_.size())
            throw Error(Fault::internal, "PDF",
                        "a page shows picture " + std::to_string(index) + " and there is none",
                        "report this with the record's answers");
        HPDF_Image& image = loaded_images_[index];
        if (!image) {
            const std::string& jpeg = images_[index];
            image = HPDF_LoadJpegImageFromMem(document_.get(),
                                              reinterpret_cast<const HPDF_BYTE*>(jpeg.data()),
                                              static_cast<HPDF_UINT>(jpeg.size()));
            if (!image) refuse("loading a picture");  // the handler does not hear of all
        }
        return image;
    }

    void draw(const TextMark& mark) {
        HPDF_Page_SetGrayFill(page_, static_cast<float>(mark.grey));
        HPDF_Page_BeginText(page_);
        HPDF_Page_SetFontAndSize(page_, font(mark.font), static_cast<float>(mark.size_pt));
        for (std::size_t at = 0; at < mark.text.size();)
            used_[static_cast<std::size_t>(mark.font)].insert(next_code_point(mark.text, at));
        double x = mark.x;
        // Word by word in a stretched line, each with the blank behind it: a reader that takes
        // the text out finds ordinary spaces.
        for (std::string_view rest = mark.text; !rest.empty();) {
            const std::string part(rest.substr(0, mark.gap > 0 ? past_blank(rest) : rest.size()));
            HPDF_Page_TextOut(page_, points(x), upwards(mark.baseline), part.c_str());
            rest.remove_prefix(part.size());
            if (!rest.empty()) x += fonts_.width(mark.font, part, mark.size_pt) + mark.gap;
        }
        HPDF_Page_EndText(page_);
    }

    void draw(const LineMark& mark) {
        HPDF_Page_SetGrayStroke(page_, static_cast<float>(mark.grey));
        HPDF_Page_SetLineWidth(page_, static_cast<float>(mark.width_pt));
        HPDF_Page_MoveTo(page_, points(mark.x1), upwards(mark.y1));
        HPDF_Page_LineTo(page_, points(mark.x2), upwards(mark.y2));
        HPDF_Page_Stroke(page_);
    }

    void outline(const Rect& at) {
        HPDF_Page_Rectangle(page_, points(at.x), upwards(at.y + at.height), points(at.width),
                            points(at.height));
    }

    /// Colours come before the path: within one libharu refuses them.
    void draw(const RectMark& mark) {
        if (mark.filled) {
            HPDF_Page_SetGrayFill(page_, static_cast<float>(mark.grey));
            outline(mark.at);
            HPDF_Page_Fill(page_);
        } else {
            HPDF_Page_SetGrayStroke(page_, static_cast<float>(mark.grey));
            HPDF_Page_SetLineWidth(page_, static_cast<float>(mark.width_pt));
            outline(mark.at);
            HPDF_Page_Stroke(page_);
        }
    }

    void draw(const ImageMark& mark) {
        HPDF_Page_DrawImage(page_, image(mark.image), points(mark.at.x),
                            upwards(mark.at.y + mark.at.height), points(mark.at.width),
                            points(mark.at.height));
    }

    /// One path, filled once: rectangles filled one by one show hairlines between them.
    void draw(const ModulesMark& mark) {
        const double module = mark.at.width / static_cast<double>(mark.side);
        HPDF_Page_SetGrayFill(page_, 0);
        for (std::size_t row = 0; row < mark.side; ++row)
            for (std::size_t column = 0; column < mark.side;) {
                std::size_t past = column;
                while (past < mark.side && mark.modules[row * mark.side + past]) ++past;
                if (past > column)
                    outline({mark.at.x + static_cast<double>(column) * module,
                             mark.at.y + static_cast<double>(row) * module,
                             static_cast<double>(past - column) * module, module});
                column = past + 1;
            }
        HPDF_Page_Fill(page_);
    }

    const FontSet& fonts_;
    const std::vector<std::string>& images_;
    Refusal refusal_;
    Document document_;
    std::array<HPDF_Font, 6> loaded_fonts_{};
    std::array<std::set<char32_t>, 6> used_;  ///< characters drawn in each
    std::vector<HPDF_Image> loaded_images_;
    HPDF_Page page_ = nullptr;
};

}  // namespace

// libharu 2.3.0 cannot go to the end of a stream in memory whose length is a multiple of its
// 4096-byte blocks, and does so between the tables of a font that it cuts down. About one font
// in a thousand comes to such a length; with a glyph more it does not. The same pages stumble
// the same way, so they still give the same bytes.
std::string write_pdf(const std::vector<Page>& pages, const FontSet& fonts,
                      const std::vector<std::string>& images, const DocumentInfo& info) {
    constexpr std::size_t most_spares = 8;
    for (std::size_t spares = 0; spares <= most_spares; ++spares) {
        Writer writer(fonts, images);
        writer.describe(info);
        for (const Page& page : pages) writer.add(page);
        if (writer.save(spares)) return writer.bytes();
    }
    throw Error(Fault::internal, "PDF", "libharu refused every length of the document's fonts",
                "report this with the record's answers");
}

}  // namespace ugoda
