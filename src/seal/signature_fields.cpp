#include "seal/signature_fields.h"

#include <podofo/podofo.h>

namespace ugoda {

using namespace PoDoFo;

namespace {

PdfString text(const std::string& utf8) { return PdfString(reinterpret_cast<const pdf_utf8*>(utf8.c_str())); }

PdfArray numbers(std::initializer_list<double> values) {
    PdfArray list;
    for (const double value : values) list.push_back(PdfObject(value));
    return list;
}

/// PDF/A asks every field for an appearance; until somebody signs it is a blank one.
PdfObject* blank(PdfMemDocument& document, double width, double height) {
    PdfObject* form = document.GetObjects().CreateObject("XObject");
    form->GetDictionary().AddKey("Subtype", PdfName("Form"));
    form->GetDictionary().AddKey("BBox", numbers({0, 0, width, height}));
    form->GetDictionary().AddKey("Resources", PdfDictionary());
    form->GetStream()->Set("", 0, TVecFilters{});
    return form;
}

void add_to_page(PdfMemDocument& document, int number, const PdfObject& widget) {
    PdfDictionary& page = document.GetPage(number - 1)->GetObject()->GetDictionary();
    PdfArray all;
    if (const PdfObject* old = page.GetKey("Annots")) all = old->GetArray();
    all.push_back(widget.Reference());
    page.AddKey("Annots", all);
}

/// Field and annotation in one.
PdfObject* new_field(PdfMemDocument& document, const FieldPlace& place) {
    constexpr pdf_int64 printed = 4, locked = 128;
    PdfObject* widget = document.GetObjects().CreateObject("Annot");
    PdfDictionary& entries = widget->GetDictionary();
    entries.AddKey("Subtype", PdfName("Widget"));
    entries.AddKey("FT", PdfName("Sig"));
    entries.AddKey("T", PdfString(place.name.c_str()));
    entries.AddKey("F", PdfObject(printed | locked));
    entries.AddKey("Rect", numbers({place.left, place.bottom, place.right, place.top}));
    entries.AddKey("P", document.GetPage(place.page - 1)->GetObject()->Reference());
    PdfDictionary appearance;
    appearance.AddKey("N", blank(document, place.right - place.left, place.top - place.bottom)->Reference());
    entries.AddKey("AP", appearance);
    add_to_page(document, place.page, *widget);
    return widget;
}

/// What may still change after the seal: empty fields may be signed.
PdfDictionary allowing_signatures() {
    constexpr pdf_int64 fill_in_and_sign = 2;
    PdfDictionary parameters;
    parameters.AddKey("Type", PdfName("TransformParams"));
    parameters.AddKey("P", PdfObject(fill_in_and_sign));
    parameters.AddKey("V", PdfName("1.2"));
    PdfDictionary reference;
    reference.AddKey("Type", PdfName("SigRef"));
    reference.AddKey("TransformMethod", PdfName("DocMDP"));
    reference.AddKey("TransformParams", parameters);
    return reference;
}

PdfObject* new_signature(PdfMemDocument& document, const SealRoom& room) {
    PdfObject* signature = document.GetObjects().CreateObject("Sig");
    PdfDictionary& entries = signature->GetDictionary();
    entries.AddKey("Filter", PdfName("Adobe.PPKLite"));
    entries.AddKey("SubFilter", PdfName("ETSI.CAdES.detached"));
    entries.AddKey("M", PdfString(room.moment.c_str()));
    entries.AddKey("Name", text(room.by));
    PdfArray references;
    references.push_back(allowing_signatures());
    entries.AddKey("Reference", references);
    const std::string range = empty_byte_range(), hole = marked_hole(room);
    entries.AddKey("ByteRange", PdfVariant(PdfData(range.data(), range.size())));
    entries.AddKey("Contents", PdfVariant(PdfData(hole.data(), hole.size())));
    return signature;
}

}  // namespace

void add_signature_fields(PdfMemDocument& document, const SealRoom& room) {
    constexpr pdf_int64 has_signatures_and_is_only_appended_to = 3;
    PdfObject* signature = new_signature(document, room);
    PdfObject* seal = new_field(document, {"seal"});
    seal->GetDictionary().AddKey("V", signature->Reference());
    PdfArray fields;
    fields.push_back(seal->Reference());
    for (const FieldPlace& place : room.fields) fields.push_back(new_field(document, place)->Reference());
    PdfObject* form = document.GetObjects().CreateObject();
    form->GetDictionary().AddKey("Fields", fields);
    form->GetDictionary().AddKey("SigFlags", PdfObject(has_signatures_and_is_only_appended_to));
    PdfDictionary permissions;
    permissions.AddKey("DocMDP", signature->Reference());
    document.GetCatalog()->GetDictionary().AddKey("AcroForm", form->Reference());
    document.GetCatalog()->GetDictionary().AddKey("Perms", permissions);
}

}  // namespace ugoda
