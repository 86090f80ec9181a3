#include "seal/xmp.h"

namespace ugoda {

namespace {

std::string escaped(const std::string& text) {
    std::string xml;
    for (const char c : text) {
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            default:
                xml += c;
        }
    }
    return xml;
}

std::string element(const std::string& name, const std::string& text) {
    if (text.empty()) return {};
    return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
}

/// Dublin Core wants a list (Alt in languages, Seq in order) even of one.
std::string listed(const std::string& name, const std::string& list, const std::string& text) {
    if (text.empty()) return {};
    const std::string item = list == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
    return "<" + name + "><rdf:" + list + ">" + item + escaped(text) + "</rdf:li></rdf:" + list +
           "></" + name + ">\n";
}

std::string description(const std::string& prefix, const std::string& space,
                        const std::string& elements) {
    return "<rdf:Description rdf:about=\"\" xmlns:" + prefix + "=\"" + space + "\">\n" + elements +
           "</rdf:Description>\n";
}

}  // namespace

std::string xmp_date(const std::string& date) {
    if (date.size() < 16 || date.substr(0, 2) != "D:") return {};
    const auto digits = [&](std::size_t at, std::size_t count) { return date.substr(at, count); };
    const std::string local = digits(2, 4) + "-" + digits(6, 2) + "-" + digits(8, 2) + "T" +
                              digits(10, 2) + ":" + digits(12, 2) + ":" + digits(14, 2);
    if (date.size() < 22 || date[16] == 'Z') return local + "Z";
    return local + digits(16, 3) + ":" + digits(20, 2);
}

std::string xmp_packet(const InfoEntries& info) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
           description("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                       element("pdfaid:part", "1") + element("pdfaid:conformance", "B")) +
           description("dc", "http://purl.org/dc/elements/1.1/",
                       element("dc:format", "application/pdf") +
                           listed("dc:title", "Alt", info.title) +
                           listed("dc:creator", "Seq", info.author) +
                           listed("dc:description", "Alt", info.subject)) +
           description("xmp", "http://ns.adobe.com/xap/1.0/",
                       element("xmp:CreatorTool", info.creator) +
                           element("xmp:CreateDate", xmp_date(info.created))) +
           description("pdf", "http://ns.adobe.com/pdf/1.3/",
                       element("pdf:Producer", info.producer)) +
           "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace ugoda
