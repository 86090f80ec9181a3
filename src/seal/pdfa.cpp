#include "seal/pdfa.h"

#include <podofo/podofo.h>

#include <mutex>

#include "base/error.h"
#include "base/files.h"
#include "seal/font_repair.h"
#include "seal/signature_fields.h"
#include "seal/xmp.h"

namespace ugoda {

using namespace PoDoFo;

namespace {

std::string text_in(const PdfDictionary& info, const char* key) {
    const PdfObject* value = info.GetKey(key);
    if (!value || !(value->IsString() || value->IsHexString())) return {};
    return value->GetString().GetStringUtf8();
}

InfoEntries read_info(const PdfDictionary& info) {
    return {text_in(info, "Title"),   text_in(info, "Author"),   text_in(info, "Subject"),
            text_in(info, "Creator"), text_in(info, "Producer"), text_in(info, "CreationDate")};
}

void add_metadata(PdfMemDocument& document, const std::string& packet) {
    PdfObject* metadata = document.GetObjects().CreateObject("Metadata");
    metadata->GetDictionary().AddKey("Subtype", PdfName("XML"));
    // Not compressed: a program that does not know PDF shall find it (ISO 19005-1 §6.7.2).
    metadata->GetStream()->Set(packet.data(), static_cast<pdf_long>(packet.size()), TVecFilters{});
    document.GetCatalog()->GetDictionary().AddKey("Metadata", metadata->Reference());
}

void add_output_intent(PdfMemDocument& document, const std::string& profile) {
    PdfObject* stream = document.GetObjects().CreateObject();
    stream->GetDictionary().AddKey("N", PdfObject(pdf_int64{3}));
    stream->GetStream()->Set(profile.data(), static_cast<pdf_long>(profile.size()));
    PdfObject* intent = document.GetObjects().CreateObject("OutputIntent");
    intent->GetDictionary().AddKey("S", PdfName("GTS_PDFA1"));
    intent->GetDictionary().AddKey("OutputConditionIdentifier", PdfString("sRGB"));
    intent->GetDictionary().AddKey("Info", PdfString("sRGB"));
    intent->GetDictionary().AddKey("DestOutputProfile", stream->Reference());
    PdfArray intents;
    intents.push_back(intent->Reference());
    document.GetCatalog()->GetDictionary().AddKey("OutputIntents", intents);
}

std::string written(PdfMemDocument& document) {
    // The default mode leaves out line ends that PDF/A asks for.
    document.SetWriteMode(ePdfWriteMode_Clean);
    PdfRefCountedBuffer buffer;
    PdfOutputDevice device(&buffer);
    document.Write(&device);
    return {buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength())};
}

}  // namespace

std::string to_pdfa(std::string_view pdf, const PdfaOptions& options) {
    const std::string profile = read_file(options.icc_profile, 1u << 20, Fault::storage);
    // PoDoFo 0.9 keeps flags, encodings and the C library's one `struct tm` in globals.
    static std::mutex one_document_at_a_time;
    const std::lock_guard alone(one_document_at_a_time);
    PdfError::EnableDebug(false);
    PdfError::EnableLogging(false);
    try {
        PdfMemDocument document;
        document.LoadFromBuffer(pdf.data(), static_cast<long>(pdf.size()));
        PdfDictionary& info = document.GetInfo()->GetObject()->GetDictionary();
        info.RemoveKey("ModDate");  // PoDoFo stamps the present time on every file it loads
        add_metadata(document, xmp_packet(read_info(info)));
        add_output_intent(document, profile);
        document.GetCatalog()->GetDictionary().AddKey("Lang", PdfString(options.language.c_str()));
        repair_fonts(document);
        if (options.room) add_signature_fields(document, *options.room);
        document.SetPdfVersion(ePdfVersion_1_4);
        return written(document);
    } catch (const PdfError& e) {
        throw Error(Fault::internal, "PDF/A",
                    std::string("PoDoFo refused (") + PdfError::ErrorName(e.GetError()) + ")",
                    "report this with the record's answers");
    }
}

}  // namespace ugoda
