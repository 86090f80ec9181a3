// The rules of all records but intake and settlement, which have tests of their own.
#include <catch2/catch.hpp>

#include "sample_case.h"

using namespace ugoda;

namespace {

struct Trip {
    const char* form;
    const char* rule;
    const char* sample;
    const char* changes;
};

/// How to trip each rule.
const std::vector<Trip> trips{
    {"ack", "late", "en-story", R"({"acknowledgement.ack_sent_at":"2026-05-14T09:10:01+01:00"})"},
    {"ack", "sent-before-complaint", "en-story", R"({"acknowledgement.ack_sent_at":"2026-05-13T09:09:00+01:00"})"},
    {"ack", "deadline-before-acknowledgement", "en-story", R"({"acknowledgement.reply_deadline":"2026-05-12"})"},
    {"ack", "no-health-advice", "en-story", R"({"acknowledgement.health_advice_included":false})"},
    {"ack", "position-taken", "en-story", R"({"acknowledgement.no_prejudice_statement":false})"},
    {"ack", "client-represented", "en-story", R"({"client.client_representative":"Peregrine Fable, solicitor"})"},
    {"ack", "deadline-late-PL", "en-story",
     R"({"jurisdiction":"PL","language":"pl","acknowledgement.reply_deadline":"2026-05-28"})"},

    {"reply", "reply-before-complaint", "en-story", R"({"reply.reply_date":"2026-05-12"})"},
    {"reply", "reply-before-acknowledgement", "en-story",
     R"({"acknowledgement.ack_sent_at":"2026-05-27T09:00:00+01:00"})"},
    {"reply", "sent-before-reply", "en-story", R"({"reply.reply_sent_at":"2026-05-25T15:00:00+01:00"})"},
    {"reply", "after-deadline", "en-story", R"({"reply.reply_date":"2026-05-28"})"},
    {"reply", "deemed-accepted-PL", "en-story",
     R"({"jurisdiction":"PL","language":"pl","reply.reply_date":"2026-05-28"})"},
    {"reply", "offer-not-said", "en-story", R"({"reply.offer_description":null,"reply.apology_text":null})"},
    {"reply", "money-not-said", "en-story", R"({"reply.offer_type":"refund","reply.offer_amount":null})"},
    {"reply", "short-offer", "en-story", R"({"reply.offer_valid_until":"2026-06-01"})"},
    {"reply", "offer-without-end", "en-story", R"({"reply.offer_valid_until":null})"},
    {"reply", "insurer-not-asked", "en-story", R"({"reply.insurer_consent":"requested"})"},
    {"reply", "adr-statement-PL", "en-story",
     R"({"jurisdiction":"PL","language":"pl","reply.adr_statement":"not_member"})"},
    {"reply", "adr-statement-PL", "en-story",
     R"({"jurisdiction":"PL","language":"pl","reply.decision":"settlement_proposal","reply.adr_statement":"not_member"})"},
    {"reply", "adr-body-missing", "en-story", R"({"reply.adr_body":null})"},
    {"reply", "odr-platform", "en-story", R"({"reply.adr_body":"https://ec.europa.example/consumers/odr"})"},
    {"reply", "second-pair-of-eyes", "en-story", R"({"reply.approved_by":null})"},
    {"reply", "client-represented", "en-story", R"({"client.client_representative":"Peregrine Fable, solicitor"})"},

    {"consent", "no-consent", "en-story", R"({"consent.exists":false})"},
    {"consent", "told-after-signature", "en-story", R"({"consent.signature_time":"10:01"})"},
    {"consent", "told-after-start", "en-story", R"({"consent.info_time":"10:41"})"},
    {"consent", "consent-after-treatment", "en-story", R"({"consent.consent_date":"2026-05-13"})"},
    {"consent", "questionnaire-not-today", "en-story", R"({"client_card.questionnaire_date":"2026-05-11"})"},
    {"consent", "patch-test-positive", "en-visit", R"({"consent.patch_test_status":"done_positive"})"},
    {"consent", "patch-test-declined", "en-visit", R"({"consent.patch_test_status":"declined"})"},
    {"consent", "patch-test-unclear", "en-visit", R"({"consent.patch_test_result":"unclear"})"},
    {"consent", "patch-test-late", "en-visit", R"({"consent.patch_test_date":"2026-03-02"})"},
    {"consent", "absolute-contraindication", "en-visit",
     R"({"consent.contraindications_found":[{"contraindication":"wound","level":"absolute"}]})"},
    {"consent", "relative-contraindication", "en-visit",
     R"({"consent.contraindications_found":[{"contraindication":"nickel","level":"relative"}]})"},
    {"consent", "not-consented", "en-story", R"({"consent.consent_given":"no"})"},
    {"consent", "health-data-refused", "en-story", R"({"consent.health_data_consent":"no"})"},
    {"consent", "no-time-to-think", "en-story", R"({"consent.time_to_reflect":"none"})"},
    {"consent", "not-all-explained", "en-story", R"({"consent.alternatives_explained":false})"},
    {"consent", "marketing-of-a-minor", "en-visit",
     R"({"client.client_is_minor_or_protected":true,"client.guardian_name":"Aurelia Wishbone","client.guardian_basis":"mother"})"},
    {"consent", "prosecutor-not-told-ES", "en-visit",
     R"({"jurisdiction":"ES","language":"es","client.client_is_minor_or_protected":true})"},
    {"consent", "withdrawn-and-given", "en-visit", R"({"consent.photo_marketing_consent":"yes"})"},
    {"consent", "withdrawn-before-consent", "en-visit", R"({"consent.withdrawn_at":"2026-03-01T10:00:00+00:00"})"},
    {"consent", "minor-not-marked", "en-story", R"({"client.client_birth_date":"2008-05-13"})"},

    {"client_card", "health-without-consent", "en-story", R"({"client_card.health_data_consent":"no"})"},
    {"client_card", "health-consent-not-known", "en-story",
     R"({"client_card.health_data_consent":null,"consent.health_data_consent":null})"},
    {"client_card", "not-declared", "en-story", R"({"client_card.client_declares_true":false})"},
    {"client_card", "pregnancy", "en-story", R"({"client_card.pregnancy":"possible"})"},
    {"client_card", "absolute-flag", "en-story",
     R"({"client_card.contraindication_flags":[{"treatment":"light","level":"absolute"}]})"},
    {"client_card", "review-due", "en-story", R"({"client_card.next_full_review":null})"},
    {"client_card", "review-too-late", "en-story", R"({"client_card.next_full_review":"2027-05-14"})"},
    {"client_card", "minor-not-marked", "en-story", R"({"client.client_birth_date":"2008-05-13"})"},

    {"treatment_note", "ends-before-it-begins", "en-story", R"({"treatment.visit_end":"2026-05-12T10:29:00+01:00"})"},
    {"treatment_note", "no-consent", "en-story", R"({"consent.consent_number":null})"},
    {"treatment_note", "batch-missing", "en-story",
     R"({"treatment.products":[{"name":"Cool Twilight Gel","expiry":"2027-09"}]})"},
    {"treatment_note", "product-expired", "en-story",
     R"({"treatment.products":[{"name":"Cool Twilight Gel","batch":"CT-0326","expiry":"2026-04"}]})"},
    {"treatment_note", "tpo", "en-story",
     R"({"jurisdiction":"IE","treatment.products":[{"name":"Gel","batch":"G1","expiry":"2027-09","contains_tpo":true}]})"},
    {"treatment_note", "not-sterilised", "en-story", R"({"treatment.hygiene":{"instruments_sterilised":false}})"},
    {"treatment_note", "dissatisfied", "en-story", R"({"treatment.client_satisfied_at_exit":"partly"})"},
    {"treatment_note", "price-differs", "en-visit", R"({"treatment.price_difference_reason":null})"},
    {"treatment_note", "arrangement-in-the-past", "en-story",
     R"({"treatment.arrangements":[{"what":"call","who":"Digby Hearsay","until":"2026-05-11"}]})"},
    {"treatment_note", "consent-refused", "en-story", R"({"consent.consent_given":"no"})"},
    {"treatment_note", "consent-withdrawn", "en-story",
     R"({"consent.withdrawn_scope":["treatment"],"consent.withdrawn_at":"2026-05-12T10:20:00+01:00"})"},
    {"treatment_note", "treated-in-spite", "en-story",
     R"({"consent.contraindications_found":[{"contraindication":"sun","level":"absolute"}]})"},
    {"treatment_note", "device-not-serviced", "en-story",
     R"({"treatment.device":{"name":"Gloaming IPL","model":"IPL-2","serial":"GL2-00071","last_service":"2025-05-12"}})"},

    {"photo_sheet", "no-photographs", "en-story", R"({"photo_sheet.exists":false})"},
    {"photo_sheet", "no-doc-consent", "en-story", R"({"photo_sheet.photo_doc_consent":"no"})"},
    {"photo_sheet", "no-before", "en-story", R"({"photo_sheet.photos":[{"photo_id":"F-1","phase":"after"}]})"},
    {"photo_sheet", "no-after", "en-story", R"({"photo_sheet.photos":[{"photo_id":"F-1","phase":"before"}]})"},
    {"photo_sheet", "filtered", "en-story", R"({"photo_sheet.photos":[{"photo_id":"F-1","no_filter":false}]})"},
    {"photo_sheet", "marketing-not-agreed", "en-story", R"({"photo_sheet.uses_allowed":["marketing"]})"},
    {"photo_sheet", "before-taken-after", "en-story",
     R"({"photo_sheet.photos":[{"photo_id":"F-1","phase":"before","taken_at":"2026-05-12T11:21:00+01:00"},{"photo_id":"F-2","phase":"after"}]})"},
    {"photo_sheet", "after-taken-before", "en-story",
     R"({"photo_sheet.photos":[{"photo_id":"F-1","phase":"before"},{"photo_id":"F-2","phase":"after","taken_at":"2026-05-12T10:29:00+01:00"}]})"},

    {"corrective_action", "nothing-preventive", "en-story",
     R"({"corrective_action.actions":[{"action":"Talk","type":"corrective","owner":"Araminta Fableford","due":"2026-06-30"}]})"},
    {"corrective_action", "due-before-complaint", "en-story",
     R"({"corrective_action.actions":[{"action":"Talk","type":"preventive","owner":"Araminta Fableford","due":"2026-05-12"}]})"},
    {"corrective_action", "due-late", "en-story",
     R"({"corrective_action.actions":[{"action":"Talk","type":"preventive","owner":"Araminta Fableford","due":"2026-08-12"}]})"},
    {"corrective_action", "product-not-reported", "en-story",
     R"({"corrective_action.root_cause_class":"product_defect","corrective_action.supplier_notified":null})"},
    {"corrective_action", "closed-by-person-concerned", "en-story", R"({"corrective_action.closed_by":"Jolyon Maybe"})"},

    {"follow_up", "called-before-delivery", "en-story", R"({"follow_up.contacted_at":"2026-07-07T10:00:00+01:00"})"},
    {"follow_up", "worse", "en-story", R"({"follow_up.symptoms_status":"worse"})"},
    {"follow_up", "not-delivered", "en-story", R"({"follow_up.remedy_delivered":"partly"})"},
    {"follow_up", "too-many-attempts", "en-story", R"({"follow_up.attempts":4})"},
    {"follow_up", "review-asked", "en-story", R"({"follow_up.review_request_sent":true})"},

    {"delivery_protocol", "delivered-before-agreement", "en-story",
     R"({"delivery_protocol.delivered_at":"2026-06-08T10:00:00+01:00"})"},
    {"delivery_protocol", "late", "en-story", R"({"delivery_protocol.delivered_at":"2026-07-11T10:00:00+01:00"})"},
    {"delivery_protocol", "other-amount", "en-story",
     R"({"delivery_protocol.amount_paid":{"amount_minor":23999,"currency":"GBP"}})"},
    {"delivery_protocol", "redo-without-consent", "en-story", R"({"delivery_protocol.new_consent_ref":null})"},
    {"delivery_protocol", "refused", "en-story", R"({"delivery_protocol.acceptance":"refused"})"},
    {"delivery_protocol", "reservations-not-said", "en-story", R"({"delivery_protocol.reservations":"none"})"},

    {"service_spec", "spec-after-start", "en-story", R"({"service_spec.spec_date":"2026-05-13"})"},
    {"service_spec", "no-ceiling", "en-visit", R"({"service_spec.price_ceiling":null})"},
    {"service_spec", "deposit-above-price", "en-visit",
     R"({"service_spec.deposit":{"amount_minor":13501,"currency":"GBP"}})"},
    {"service_spec", "ceiling-below-price", "en-visit",
     R"({"service_spec.price_ceiling":{"amount_minor":13499,"currency":"GBP"}})"},
    {"service_spec", "result-too-short", "en-story", R"({"service_spec.expected_result":"Fewer hairs."})"},

    {"progress", "before-complaint", "en-story", R"({"progress.progress_date":"2026-05-12"})"},
    {"progress", "later-than-promised", "en-story", R"({"progress.reply_expected":"2026-05-28"})"},
    {"progress", "step-in-the-past", "en-story",
     R"({"progress.next_steps":[{"what":"Reply","who":"Araminta Fableford","until":"2026-05-18"}]})"},
    {"progress", "client-represented", "en-story", R"({"client.client_representative":"Peregrine Fable, solicitor"})"},

    {"incident", "reported-before", "en-story", R"({"incident.reported_at":"2026-05-13T09:24:00+01:00"})"},
    {"incident", "written-late", "en-story", R"({"incident.reported_at":"2026-05-14T09:26:00+01:00"})"},
    {"incident", "injured-without-police", "en-story", R"({"incident.injured":true,"incident.police_called":false})"}};

Findings after(const char* sample, const Json& changes, const char* form) {
    return SampleCase(sample).with(changes).findings(form_named(form));
}

}  // namespace

TEST_CASE("every rule of every other record fires on a case made to trip it, and only there") {
    std::set<std::string> tried{"intake", "settlement"};
    for (const Trip& trip : trips) {
        INFO(trip.form << ": " << trip.rule);
        const Form form = form_named(trip.form);
        CHECK_FALSE(tells(form, trip.rule, SampleCase(trip.sample).findings(form)));
        CHECK(tells(form, trip.rule, after(trip.sample, Json::parse(trip.changes), trip.form)));
        tried.insert(std::string(trip.form) + " " + trip.rule);
        tried.insert(trip.form);
    }
    for (const std::string& name : shipped_forms()) {
        CHECK(tried.contains(name));
        if (name == "intake" || name == "settlement") continue;
        for (const Rule& rule : form_named(name).rules) {
            INFO(name << ": " << rule.id);
            CHECK(tried.contains(name + " " + rule.id));
        }
    }
}

TEST_CASE("a minor gives no consent and orders nothing without a guardian who is named") {
    for (const char* form : {"consent", "service_spec"}) {
        INFO(form);
        const Findings findings = after("en-story", {{"client.client_is_minor_or_protected", true}}, form);
        for (const char* where : {"client.guardian_name", "client.guardian_basis"}) {
            REQUIRE(at(findings, where).size() == 1);
            CHECK(at(findings, where).front().level == Level::stop);
        }
    }
}

TEST_CASE("papers of a treatment are kept longer after an injury, for an invasive treatment and for a minor") {
    const auto kept = [](const char* form, const char* field, const Json& changes) {
        Json all = {{"intake.bodily_harm", false}, {"client.client_birth_date", "1990-01-01"}};
        all.update(changes);
        return text_at(SampleCase("pl-story").with(all).answers(form_named(form)), field);
    };
    for (const auto& [form, field] : std::vector<std::pair<const char*, const char*>>{
             {"treatment_note", "retention_period"}, {"consent", "retention_period"}, {"consent", "photo_retention"},
             {"client_card", "retention_period"}, {"photo_sheet", "photo_retention"}}) {
        INFO(form << "." << field);
        CHECK(kept(form, field, Json::object()) == "ordinary");
        CHECK(kept(form, field, {{"intake.bodily_harm", true}}) == "long");
        CHECK(kept(form, field, {{"treatment.invasive_or_laser", true}}) == "long");
        CHECK(kept(form, field, {{"client.client_birth_date", "2012-01-01"}}) == "of age");
        CHECK(kept(form, field, {{"client.client_birth_date", nullptr}, {"client.client_is_minor_or_protected", true}}) ==
              "of age");
        CHECK(kept(form, field, {{"client.client_birth_date", "2012-01-01"}, {"intake.bodily_harm", true}}) ==
              "of age, long");
        // Each law has its own long-stops: gone where it has none.
        CHECK(kept(form, field, {{"jurisdiction", "GB"}, {"intake.bodily_harm", true}}) == "ordinary");
        CHECK(kept(form, field, {{"jurisdiction", "GR"}, {"treatment.invasive_or_laser", true}}) == "long");
        CHECK(kept(form, field, {{"jurisdiction", "GR"}, {"intake.bodily_harm", true}}) == "ordinary");
        CHECK(kept(form, field, {{"jurisdiction", "ES"}, {"intake.bodily_harm", true}}) == "long");
    }
}

TEST_CASE("a minor's picture is used for marketing in Spain once the prosecutor was told; elsewhere it is warned of") {
    const auto worst_of_all = [](const Json& changes) {
        Json all = {{"client.client_is_minor_or_protected", true}, {"client.guardian_name", "Aurelia Wishbone"},
                    {"client.guardian_basis", "mother"}};
        all.update(changes);
        return worst(after("en-visit", all, "consent"));
    };
    CHECK(worst_of_all({{"jurisdiction", "PL"}}) == Level::warning);
    CHECK(worst_of_all({{"jurisdiction", "ES"}}) == Level::stop);
    CHECK(worst_of_all({{"jurisdiction", "ES"}, {"consent.prosecutor_notice_ref", "MF 7/2026"}}) == Level::warning);
}

TEST_CASE("the last hour and the last day are in time: acknowledgement, reply in Poland, review of a card") {
    const Json polish{{"jurisdiction", "PL"}, {"language", "pl"}};
    CHECK_FALSE(tells(form_named("ack"), "late",
                      after("en-story", {{"acknowledgement.ack_sent_at", "2026-05-14T09:10:00+01:00"}}, "ack")));
    Json last_day = polish;
    last_day["reply.reply_date"] = "2026-05-27";
    CHECK_FALSE(tells(form_named("reply"), "deemed-accepted-PL", after("en-story", last_day, "reply")));
    CHECK_FALSE(tells(form_named("client_card"), "review-too-late",
                      after("en-story", {{"client_card.next_full_review", "2027-05-12"}}, "client_card")));
}

TEST_CASE("an accepted complaint may be answered late in Poland, and so may one of a business") {
    const Json late{{"jurisdiction", "PL"}, {"language", "pl"}, {"reply.reply_date", "2026-05-28"}};
    Json accepted = late, business = late;
    accepted["reply.decision"] = "accepted";
    business["client.client_is_consumer"] = false;
    for (const Json& changes : {accepted, business})
        CHECK_FALSE(tells(form_named("reply"), "deemed-accepted-PL", after("en-story", changes, "reply")));
}

TEST_CASE("a product may be used to the end of its month, and TPO where it is not prohibited") {
    const auto with_product = [](Json product) {
        return after("en-story", {{"treatment.products", Json::array({std::move(product)})}}, "treatment_note");
    };
    const Form form = form_named("treatment_note");
    CHECK_FALSE(tells(form, "product-expired", with_product({{"name", "Gel"}, {"batch", "G1"}, {"expiry", "2026-05"}})));
    CHECK_FALSE(tells(form, "tpo", with_product({{"name", "Gel"}, {"batch", "G1"}, {"contains_tpo", true}})));
}

TEST_CASE("a refund is held against the price agreed back, a sum against the sum") {
    const Form form = form_named("delivery_protocol");
    Json refund{{"settlement.refund_amount", {{"amount_minor", 5000}, {"currency", "GBP"}}},
                {"delivery_protocol.remedy_kind", "refund"},
                {"delivery_protocol.amount_paid", {{"amount_minor", 5000}, {"currency", "GBP"}}}};
    CHECK_FALSE(tells(form, "other-amount", after("en-story", refund, "delivery_protocol")));
    refund["delivery_protocol.remedy_kind"] = "payment";
    CHECK(tells(form, "other-amount", after("en-story", refund, "delivery_protocol")));
    refund["settlement.prior_payments_counted"] = true;
    CHECK_FALSE(tells(form, "other-amount", after("en-story", refund, "delivery_protocol")));
}

TEST_CASE("a payment is late after its own day, a repeat after its own") {
    const Form form = form_named("delivery_protocol");
    CHECK(tells(form, "late",
                after("en-story", {{"delivery_protocol.remedy_kind", "payment"}}, "delivery_protocol")));
    CHECK_FALSE(tells(form, "late", SampleCase("en-story").findings(form)));
}
