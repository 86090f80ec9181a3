#include "document/sample_documents.h"

#include "base/files.h"
#include "document/pages.h"

namespace ugoda::testing {

namespace {

const std::string fingerprint = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c";

Paragraph numbered(const std::string& marker, const Runs& runs) {
    return {marker, 0, false, {runs}};
}

Parties parties(const std::string& salon, const std::string& client) {
    return {{{"Salon",
              {{"Nazwa", {{answer(salon, "salon_name")}}},
               {"Adres", {{plain("ul. Wymyślona 14/3, 00-000 Nigdzie")}}},
               {"NIP", {{plain("000-000-00-00")}}}}},
             {"Klient",
              {{"Imię i nazwisko", {{answer(client, "client_name")}}},
               {"Telefon", {{plain("+48 000 000 000")}}}}}}};
}

Grid treatment() {
    return {{{"Data i godzina usługi",
              {{answer("12 marca 2026 r., 17:30", "treatment_date", Guard::date)}}},
             {"Zabieg", {{plain("Laminacja brwi z henną pudrową")}}},
             {"Cena zapłacona", {{answer("***320,00 zł***", "price_paid", Guard::amount)}}},
             {"Numer partii preparatu oraz data ważności opakowania", {{pen_line("batch", 60)}}},
             {"Opis skutków", {{plain(words(30))}, {plain(words(90))}}}}};
}

std::vector<Block> promises() {
    return {Heading{2, {plain("§ 2. Świadczenie Salonu")}},
            numbered("1.",
                     {plain("Salon zwróci Klientce kwotę "),
                      answer("***1\u00A0200,00\u00A0zł***", "refund_amount", Guard::amount),
                      plain(" (słownie: "),
                      answer("jeden tysiąc dwieście złotych 00/100", "refund_words", Guard::amount),
                      plain(") do dnia "),
                      answer("7\u00A0grudnia 2026\u00A0r.", "refund_due", Guard::date),
                      plain(" na rachunek "), pen_line("refund_account", 70), plain(".")}),
            Paragraph{"2.", 0, false, {{plain(words(25))}, {plain(words(12))}}},
            Paragraph{"–", 1, false, {{plain("fotografie przed zabiegiem i po zabiegu,")}}},
            Paragraph{"–", 1, false, {{plain("karta klienta.")}}}};
}

}  // namespace

PhotoPlate plate(int number, int width_px, int height_px) {
    return {number,
            width_px > height_px ? std::size_t{0} : std::size_t{1},
            width_px,
            height_px,
            "Fotografia " + std::to_string(number) + " – przed zabiegiem",
            {"Aparat: 12 marca 2026 r., 16:58:03 (strefa nieznana)",
             "Przyjęto: 13 marca 2026 r., 09:12:44 +01:00", "SHA-256: " + fingerprint}};
}

Table attachments(int rows) {
    Table table{{{"Nr", 0.5}, {"Załącznik", 3}, {"Kwota", 1.6}, {"SHA-256", 3}}, {}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back(
            {{plain("nr " + std::to_string(i))},
             {plain(i % 3 == 0 ? "Zaświadczenie lekarskie z opisem przebiegu leczenia"
                               : "Paragon")},
             i % 4 == 0 ? Runs{answer("***320,00 zł***", "price", Guard::amount)}
                        : Runs{plain("–")},
             {plain(fingerprint)}});
    return table;
}

Signatures signatures() {
    return {{{"salon", "Za Salon (czytelny podpis osoby uprawnionej do reprezentacji)",
              "Grażyna Zmyślona, właścicielka", "data i godzina:"},
             {"client", "Klient", "Łucja Żółkiewska", "data i godzina:"},
             {"receipt", "Pokwitowanie odbioru egzemplarza nr 2", "Łucja Żółkiewska", ""}}};
}

std::string checkpoint_note() {
    return "ugoda/0a1b2c3d4e5f\n1234\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
           "— ugoda/0a1b2c3d4e5f Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1g"
           "GzGku9nTo+zyWE+xeMcTOAYQ8=\n";
}

CheckpointPanel checkpoint() {
    return {"Punkt kontrolny dziennika",
            checkpoint_note(),
            {"Kto ma tę kartkę, może sprawdzić, że dziennik Salonu nie został później zmieniony.",
             "Dziennik: ugoda/0a1b2c3d4e5f", "Rozmiar: 1234",
             "Korzeń: 0ac5 186a 9186 3e8e 1d90 c808 014a a89b f5da 8e3e e1d9 f076 30f0 378f"}};
}

std::vector<Block> settlement() {
    std::vector<Block> blocks{
        Heading{1, {plain("UGODA POZASĄDOWA nr SET-2026-0007")}},
        Paragraph{{},
                  0,
                  true,
                  {{plain("zawarta w dniu "),
                    answer("23 listopada 2026 r.", "agreement_date", Guard::date)}}},
        parties("Studio Zmyślone Spółka z ograniczoną odpowiedzialnością", "Łucja Żółkiewska ☑"),
        heading("§ 1. Przedmiot ugody"),
        numbered("1.", {plain(words(40))}),
        treatment()};
    for (Block& block : promises()) blocks.push_back(std::move(block));
    const std::vector<Block> end{
        heading("Załączniki"),
        attachments(5),
        heading("Arkusz fotografii"),
        PhotoRow{plate(1, 900, 1200), plate(2, 900, 1200)},
        PhotoRow{plate(3, 1200, 900), std::nullopt},
        InitialsLine{{{"photos salon", "Parafa Salonu, data i godzina"},
                      {"photos client", "Parafa Klienta, data i godzina"}}},
        heading("Podpisy"),
        paragraph(words(30)),
        signatures(),
        checkpoint()};
    blocks.insert(blocks.end(), end.begin(), end.end());
    return blocks;
}

std::vector<Block> extremes() {
    const std::string unbroken(200, 'W');
    std::string name;
    while (name.size() < 190) name += "Żółkiewska-";
    PhotoPlate wide = plate(1, 4000, 500), tall = plate(2, 500, 4000);
    wide.title += " " + name;
    tall.lines.push_back(unbroken);
    return {Heading{1, {plain("UGODA " + unbroken)}},
            parties(unbroken, name + "😕"),
            Grid{{{unbroken, {{plain(unbroken)}}},
                  {"Opis", {{plain(words(600))}, {plain(words(600))}}},
                  {"Kwota",
                   {{answer("***" + std::string(80, '9') + " zł***", "sum", Guard::amount)}}}}},
            Paragraph{unbroken, 3, false, {{plain(words(600))}}},
            attachments(60),
            Table{{{"A", 1}, {"B", 9}}, {{{plain(unbroken)}, {plain(words(1500))}}}},
            PhotoRow{wide, tall},
            Signatures{{{"salon", name, unbroken, name}, {"client", unbroken, name, ""}}},
            checkpoint()};
}

std::vector<std::string> images() {
    const std::string folder = UGODA_SOURCE_DIR "/tests/document/pictures/";
    return {read_file(folder + "landscape.jpg", 1u << 20, Fault::input),
            read_file(folder + "portrait.jpg", 1u << 20, Fault::input)};
}

}  // namespace ugoda::testing
